package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsIT {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir private static Path folder;
    private static SSLContext context;

    /// TLS with a self-signed certificate for blog.example.org, made by keytool.
    @BeforeAll
    static void certificate() throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "site",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=blog.example.org",
                                "-ext",
                                "san=dns:blog.example.org",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                new String(PASSWORD))
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("site", keys.getCertificate("site"));
        trusted.init(certificates);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void aSiteWithACertificateOfItsNameIsFetched() throws Exception {
        try (var site = site()) {
            var fetch = get("blog.example.org", site.port(), context.getSocketFactory());
            assertThat(fetch).isInstanceOf(FetchResult.Found.class);
            assertThat(((FetchResult.Found) fetch).resource().text()).isEqualTo("hello");
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNotTrusted() throws Exception {
        try (var site = site()) {
            assertThat(get("other.example.org", site.port(), context.getSocketFactory()))
                    .isEqualTo(
                            new FetchResult.Failed(
                                    ProblemType.SITE_UNREACHABLE,
                                    "other.example.org has no certificate that can be trusted."));
        }
    }

    @Test
    void aSelfSignedCertificateIsNotTrusted() throws Exception {
        try (var site = site()) {
            var fetch =
                    get(
                            "blog.example.org",
                            site.port(),
                            (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
        }
    }

    @Test
    void aSilentTlsHandshakeTimesOut() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var fetch = get("blog.example.org", silent.getLocalPort(), context.getSocketFactory());
            assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
            assertThat(((FetchResult.Failed) fetch).problem()).isEqualTo(ProblemType.SITE_TIMEOUT);
        }
    }

    private static HostileSite site() throws Exception {
        return new HostileSite(
                context.getServerSocketFactory()
                        .createServerSocket(0, 5, InetAddress.getLoopbackAddress()),
                (line, out) ->
                        out.write("HTTP/1.1 200 OK\r\n\r\nhello".getBytes(StandardCharsets.UTF_8)));
    }

    private static FetchResult get(String host, int port, SSLSocketFactory tls) {
        return new PublicWebClient(
                        new PublicWebClient.Limits(Duration.ofSeconds(5), 1000),
                        new AllowedNetworks(host),
                        name -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        tls,
                        "Parler test")
                .get("https://" + host + ":" + port + "/", "*/*");
    }
}
