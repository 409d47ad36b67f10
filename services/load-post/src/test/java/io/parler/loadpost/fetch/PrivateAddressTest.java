package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateAddressTest {
    private static final HostResolver NO_NAMES =
            host -> {
                throw new AssertionError("looked up " + host);
            };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "https://127.0.0.1/",
                "http://127.0.0.1:8080/",
                "http://127.0.0.1./",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.255.255.254/",
                "http://2130706433/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://0177.1/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0X7F.1/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://0/",
                "http://0.0.0.0/",
                "http://0x0/",
                "http://１２７.０.０.１/",
                "http://127。0。0。1/",
                "http://10.0.0.1/",
                "http://10.1/",
                "http://167772161/",
                "http://012.0.0.1/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.0.1/",
                "http://192.168.1/",
                "http://0xc0a80001/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://169.254.169.254/latest/meta-data/",
                "http://2852039166/",
                "http://0xa9fea9fe/",
                "http://0251.0376.0251.0376/",
                "http://169.254.170.2/v2/credentials/",
                "http://192.0.0.1/",
                "http://192.0.2.1/",
                "http://192.88.99.1/",
                "http://198.18.0.1/",
                "http://198.51.100.1/",
                "http://203.0.113.1/",
                "http://224.0.0.1/",
                "http://239.255.255.250/",
                "http://240.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::ffff:a9fe:a9fe]/",
                "http://[::127.0.0.1]/",
                "http://[::7f00:1]/",
                "http://[::ffff:0:127.0.0.1]/",
                "http://[64:ff9b::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::1]/",
                "http://[2002:7f00:1::]/",
                "http://[2002:a00:1::1]/",
                "http://[2001::1]/",
                "http://[2001:2::1]/",
                "http://[2001:db8::1]/",
                "http://[3fff::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456:789a::1]/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://[fe80::1]/",
                "http://[fec0::1]/",
                "http://[ff02::1]/",
                "http://[100::1]/"
            })
    void aPrivateAddressIsNeverFetched(String url) {
        assertThat(reason(web(NO_NAMES, ""), url)).isEqualTo(ProblemType.URL_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "no address at all",
                "http://",
                "http:///path",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1/",
                "javascript:alert(1)",
                "data:text/html,hello",
                "http://user@127.0.0.1/",
                "http://example.org@127.0.0.1/",
                "http://127.0.0.1#@example.org:80@/x@",
                "http://example.org\\@127.0.0.1/",
                "http://127.0.0.1%2f@example.org/",
                "http://%31%32%37.0.0.1/",
                "http://[::1%25lo]/",
                "http://[fe80::1%eth0]/",
                "http://[::1/",
                "http://1.2.3.4.5/",
                "http://256.1.1.1/",
                "http://0x100000000/",
                "http://127.0.0.0x/",
                "http://a b/",
                "http://example.org:99999/",
                "http://example.org:0/",
                "http://example.org:8o/",
                "http://exa\u0000mple.org/",
                "http://-/",
                "http://example..org/"
            })
    void anAddressThatIsNotPlainHttpIsRefused(String url) {
        assertThat(reason(web(NO_NAMES, ""), url))
                .isIn(ProblemType.URL_INVALID, ProblemType.URL_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 25, 110, 3306, 5432, 6379, 9200, 11211, 65535})
    void aPortThatServesNoPagesIsNotConnectedTo(int port) {
        assertThat(reason(web(name("93.184.216.34"), ""), "http://example.org:" + port + "/"))
                .isEqualTo(ProblemType.URL_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::1"})
    void aNameThatResolvesToAPrivateAddressIsRefused(String inner) {
        assertThat(reason(web(name(inner), ""), "https://innocent.example.org/"))
                .isEqualTo(ProblemType.URL_NOT_ALLOWED);
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() {
        HostResolver mixed =
                host ->
                        List.of(
                                InetAddress.ofLiteral("93.184.216.34"),
                                InetAddress.ofLiteral("127.0.0.1"));
        assertThat(reason(web(mixed, ""), "https://example.org/"))
                .isEqualTo(ProblemType.URL_NOT_ALLOWED);
    }

    @Test
    void aNameIsLookedUpOnlyOnce() {
        var lookups = new AtomicInteger();
        HostResolver rebinding =
                host ->
                        List.of(
                                InetAddress.ofLiteral(
                                        lookups.getAndIncrement() == 0 ? "10.0.0.1" : "127.0.0.1"));
        reason(web(rebinding, ""), "http://rebinding.example.org/");
        assertThat(lookups).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "192.168.0.0/16, 10.1.2.3", "10.1.2.3:8080"})
    void onlyTheExactAllowedAddressesAreAllowed(String setting) throws Exception {
        var allowed = new AllowedNetworks(setting);
        WebAddress address = WebAddress.parse("http://10.1.2.3:8080/");
        WebAddress other = WebAddress.parse("http://127.0.0.1:8080/");
        assertThat(allowed.allows(address, InetAddress.ofLiteral("10.1.2.3"))).isTrue();
        assertThat(allowed.allows(other, InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    @Test
    void aPublicAddressIsPublic() {
        for (String text :
                List.of("93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1")) {
            assertThat(PublicAddress.isPublic(InetAddress.ofLiteral(text))).as(text).isTrue();
        }
    }

    private static HostResolver name(String address) {
        return host -> List.of(InetAddress.ofLiteral(address));
    }

    private static PublicWebClient web(HostResolver names, String allowed) {
        return new PublicWebClient(
                PublicWebClient.Limits.STANDARD,
                new AllowedNetworks(allowed),
                names,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new UserAgent("Parler test"));
    }

    private static ProblemType reason(WebClient web, String url) {
        return switch (web.get(url, "text/html")) {
            case FetchResult.Failed failed -> failed.problem();
            case FetchResult.Found found ->
                    throw new AssertionError("fetched " + found.resource().url());
        };
    }
}
