package io.parler.loadpost.fetch;

import static io.parler.loadpost.fetch.HostileSite.answering;
import static io.parler.loadpost.fetch.HostileSite.say;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import io.parler.testing.FullServer;
import io.parler.time.Deadline;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PublicWebClientIT {
    /// The limit of a fetch that succeeds: a busy machine may take long.
    private static final Duration LONG = Duration.ofMinutes(1);

    /// The limit of a fetch that times out.
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final int SIZE = 100_000;

    @Test
    void aPageIsFetchedWithTheUserAgent() throws Exception {
        try (HostileSite site =
                HostileSite.saying(
                        "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 5\n\nhello")) {
            Resource page = found(get(site.url("/a?b=c")));
            assertThat(page.text()).isEqualTo("hello");
            assertThat(page.contentType()).isEqualTo("text/html");
            assertThat(page.url()).isEqualTo(site.url("/a?b=c"));
            assertThat(site.requests())
                    .contains(
                            "GET /a?b=c HTTP/1.1",
                            "User-Agent: Parler test",
                            "Host: 127.0.0.1:" + site.port());
        }
    }

    @Test
    void chunksAreJoined() throws Exception {
        try (HostileSite site =
                HostileSite.saying(
                        """
                        HTTP/1.1 200 OK
                        Transfer-Encoding: chunked

                        5;name=value
                        hello
                        7
                        , world
                        0
                        Trailer: x

                        """)) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello, world");
        }
    }

    @Test
    void anEndlessPageIsRefusedAtTheSizeLimit() throws Exception {
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            say(out, "HTTP/1.1 200 OK\r\n\r\n");
                            while (true) {
                                out.write(new byte[10_000]);
                            }
                        })) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.PAGE_TOO_LARGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK",
                "HTTP/1.1 200 OK\r\nX-One: ",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;"
            })
    void endlessResponseHeadsAreRefused(String part) throws Exception {
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            say(out, part);
                            while (true) {
                                say(out, part.endsWith("\n") ? part : "more and more");
                            }
                        })) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void manyHeadersAreReadUpToTheLimit() throws Exception {
        var flood = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            flood.append("X-").append(i).append(": x\r\n");
        }
        try (HostileSite site =
                answering(flood.toString(), "hello".getBytes(StandardCharsets.UTF_8))) {
            assertThat(found(get(site.url("/"))).text()).isEqualTo("hello");
        }
        try (HostileSite site = answering(flood.toString().repeat(2), new byte[0])) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void endlessHeadersAreRefused() throws Exception {
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            say(out, "HTTP/1.1 200 OK\r\n");
                            while (true) {
                                say(out, "X-More: and more\r\n");
                            }
                        })) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void aSiteThatSendsByteByByteTimesOut(String start) throws Exception {
        var over = new CountDownLatch(1);
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            say(out, start);
                            while (!over.await(20, TimeUnit.MILLISECONDS)) {
                                say(out, "x");
                            }
                        })) {
            assertThat(reason(getInShortTime(site.url("/")))).isEqualTo(ProblemType.SITE_TIMEOUT);
        } finally {
            over.countDown();
        }
    }

    @Test
    void atMostFiveRedirectsAreFollowed() throws Exception {
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            int n = Integer.parseInt(line.replaceAll("\\D*/(\\d+) .*", "$1"));
                            say(
                                    out,
                                    n == 0
                                            ? "HTTP/1.1 200 OK\r\n\r\nthere"
                                            : "HTTP/1.1 302 Found\r\nLocation: "
                                                    + (n - 1)
                                                    + "\r\n\r\n");
                        })) {
            assertThat(found(get(site.url("/5"))).text()).isEqualTo("there");
            assertThat(found(get(site.url("/5"))).url()).isEqualTo(site.url("/0"));
            assertThat(reason(get(site.url("/6")))).isEqualTo(ProblemType.SITE_REFUSED);
        }
    }

    @Test
    void aCookieIsSentBackWithinAChainOfRedirects() throws Exception {
        String redirect =
                String.join(
                        "\r\n",
                        "HTTP/1.1 302 Found",
                        "Set-Cookie: seen=1; Path=/",
                        "Location: /again",
                        "Content-Length: 0",
                        "",
                        "");
        String page = String.join("\r\n", "HTTP/1.1 200 OK", "Content-Length: 5", "", "hello");
        try (HostileSite site =
                new HostileSite(
                        (line, out) -> say(out, line.contains("/again") ? page : redirect))) {
            assertThat(found(get(site.url("/post"))).text()).isEqualTo("hello");
            assertThat(site.requests().toString())
                    .containsOnlyOnce("Cookie: seen=1")
                    .contains("/again");
        }
    }

    @Test
    void aRedirectLoopEnds() throws Exception {
        try (var site =
                new HostileSite(
                        (line, out) -> {
                            String other = line.startsWith("GET /a ") ? "/b" : "/a";
                            say(out, "HTTP/1.1 307 Again\r\nLocation: " + other + "\r\n\r\n");
                        })) {
            assertThat(reason(get(site.url("/a")))).isEqualTo(ProblemType.SITE_REFUSED);
            assertThat(site.requests().stream().filter(line -> line.startsWith("GET"))).hasSize(6);
        }
    }

    @Test
    void aRedirectToTheSameNameIsResolvedAndCheckedAgain() throws Exception {
        var lookups = new AtomicInteger();
        HostResolver rebinding =
                host ->
                        List.of(
                                InetAddress.ofLiteral(
                                        lookups.getAndIncrement() == 0 ? "127.0.0.1" : "::1"));
        try (HostileSite site = HostileSite.saying("HTTP/1.1 302 Found\nLocation: /there\n\n")) {
            PublicWebClient web = web("127.0.0.1/32", rebinding);
            FetchResult fetch = web.get("http://blog.example.org:" + site.port() + "/", "*/*");
            assertThat(reason(fetch)).isEqualTo(ProblemType.URL_NOT_ALLOWED);
            assertThat(lookups).hasValue(2);
        }
    }

    @Test
    void aNameThatIsReboundAfterTheCheckIsNotResolvedAgain() throws Exception {
        var lookups = new AtomicInteger();
        HostResolver rebinding =
                host ->
                        List.of(
                                InetAddress.ofLiteral(
                                        lookups.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1"));
        try (HostileSite site = HostileSite.saying("HTTP/1.1 200 OK\n\nhello")) {
            PublicWebClient web = web("127.0.0.1/32", rebinding);
            FetchResult fetch = web.get("http://blog.example.org:" + site.port() + "/", "*/*");
            assertThat(found(fetch).text()).isEqualTo("hello");
            assertThat(lookups).hasValue(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::1]/",
                "//2130706434/",
                "file:///etc/passwd",
                "http://user@127.0.0.1/",
                "gopher://127.0.0.1/"
            })
    void aRedirectToAPrivateAddressIsNotFollowed(String location) throws Exception {
        try (HostileSite site =
                HostileSite.saying("HTTP/1.1 301 Moved\nLocation: " + location + "\n\n")) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.URL_NOT_ALLOWED);
        }
    }

    @Test
    void anotherPortOfAnAllowedHostIsNotAllowed() throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 200 OK\n\nhello")) {
            PublicWebClient web = web("127.0.0.1:" + (site.port() + 1), HostResolver.system());
            assertThat(reason(web.get(site.url("/"), "*/*")))
                    .isEqualTo(ProblemType.URL_NOT_ALLOWED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, SITE_REFUSED",
        "403, SITE_REFUSED",
        "429, SITE_REFUSED",
        "404, PAGE_NOT_FOUND",
        "410, PAGE_NOT_FOUND",
        "500, SITE_UNREACHABLE",
        "503, SITE_UNREACHABLE"
    })
    void theStatusDecidesTheProblem(int status, ProblemType reason) throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 " + status + " No\n\n")) {
            assertThat(reason(get(site.url("/")))).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\n\n",
                "",
                "HTTP/1.1 200 OK\nContent-Length: 10\n\nfive.",
                "HTTP/1.1 200 OK\nContent-Length: -1\n\n",
                "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n",
                "HTTP/1.1 200 OK\nContent-Encoding: br\n\nxx"
            })
    void anInvalidResponseIsAProblem(String answer) throws Exception {
        try (HostileSite site = HostileSite.saying(answer)) {
            assertThat(reason(get(site.url("/")))).isEqualTo(ProblemType.SITE_UNREACHABLE);
        }
    }

    @Test
    void aClosedPortIsUnreachable() throws Exception {
        int port;
        try (HostileSite site = HostileSite.saying("")) {
            port = site.port();
        }
        assertThat(reason(get("http://127.0.0.1:" + port + "/")))
                .isEqualTo(ProblemType.SITE_UNREACHABLE);
    }

    @Test
    void theConnectionGoesToTheCheckedAddress() throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 200 OK\n\nhello")) {
            HostResolver names = host -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            PublicWebClient web = web("blog.example.org:" + site.port(), names);
            Resource page = found(web.get("http://blog.example.org:" + site.port() + "/", "*/*"));
            assertThat(page.text()).isEqualTo("hello");
            assertThat(site.requests()).contains("Host: blog.example.org:" + site.port());
        }
    }

    @Test
    void aSlowNameLookupTimesOut() {
        HostResolver never =
                host -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                };
        assertThat(reason(web(SHORT, "", never).get("http://example.org/", "*/*")))
                .isEqualTo(ProblemType.SITE_TIMEOUT);
    }

    @Test
    void aSiteThatAcceptsNoConnectionTimesOut() throws Exception {
        try (FullServer site = new FullServer()) {
            assertThat(reason(getInShortTime(site.address() + "/")))
                    .isEqualTo(ProblemType.SITE_TIMEOUT);
        }
    }

    @Test
    void theDeadlineOfTheRequestEndsAFetchBeforeItsOwnLimit() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (HostileSite site = new HostileSite((line, out) -> over.await())) {
            FetchResult result = Deadline.in(SHORT).call(() -> get(site.url("/")));
            assertThat(reason(result)).isEqualTo(ProblemType.SITE_TIMEOUT);
        } finally {
            over.countDown();
        }
    }

    @Test
    void nothingIsFetchedAfterTheDeadline() throws Exception {
        try (HostileSite site = HostileSite.saying("HTTP/1.1 200 OK\n\nhello")) {
            Deadline passed = Deadline.in(Duration.ZERO, () -> 0);
            assertThat(reason(passed.call(() -> get(site.url("/")))))
                    .isEqualTo(ProblemType.SITE_TIMEOUT);
            assertThat(site.requests()).isEmpty();
        }
    }

    private static FetchResult get(String url) {
        return web("127.0.0.1", HostResolver.system()).get(url, "*/*");
    }

    private static FetchResult getInShortTime(String url) {
        return web(SHORT, "127.0.0.1", HostResolver.system()).get(url, "*/*");
    }

    private static PublicWebClient web(String allowed, HostResolver names) {
        return web(LONG, allowed, names);
    }

    private static PublicWebClient web(Duration limit, String allowed, HostResolver names) {
        return new PublicWebClient(
                new PublicWebClient.Limits(limit, SIZE),
                new AllowedNetworks(allowed),
                names,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                new UserAgent("Parler test"));
    }

    private static Resource found(FetchResult fetch) {
        assertThat(fetch).isInstanceOf(FetchResult.Found.class);
        return ((FetchResult.Found) fetch).resource();
    }

    private static ProblemType reason(FetchResult fetch) {
        assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) fetch).problem();
    }
}
