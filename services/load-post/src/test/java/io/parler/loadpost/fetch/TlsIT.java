package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TlsIT {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir private static Path folder;
    private static SSLContext context;

    /// TLS with a self-signed certificate for blog.example.org, made by keytool.
    @BeforeAll
    static void certificate() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool =
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
        assertThat(keytool.waitFor(10, TimeUnit.MINUTES)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("site", keys.getCertificate("site"));
        trusted.init(certificates);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    @Test
    void aSiteWithACertificateOfItsNameIsFetched() throws Exception {
        try (HostileSite site = site()) {
            FetchResult fetch = get("blog.example.org", site.port(), context.getSocketFactory());
            assertThat(fetch).isInstanceOf(FetchResult.Found.class);
            assertThat(((FetchResult.Found) fetch).resource().text()).isEqualTo("hello");
        }
    }

    @Test
    void aCertificateOfAnotherNameIsNotTrusted() throws Exception {
        try (HostileSite site = site()) {
            assertThat(get("other.example.org", site.port(), context.getSocketFactory()))
                    .isEqualTo(
                            new FetchResult.Failed(
                                    ProblemType.SITE_UNREACHABLE,
                                    "other.example.org has no certificate that can be trusted."));
        }
    }

    @Test
    void aSelfSignedCertificateIsNotTrusted() throws Exception {
        try (HostileSite site = site()) {
            FetchResult fetch =
                    get(
                            "blog.example.org",
                            site.port(),
                            (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(fetch).isInstanceOf(FetchResult.Failed.class);
        }
    }

    @Test
    void aSilentTlsHandshakeTimesOut() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            FetchResult result = get("blog.example.org", silent.getLocalPort(), SHORT);
            assertThat(((FetchResult.Failed) result).problem()).isEqualTo(ProblemType.SITE_TIMEOUT);
        }
    }

    /// A read timeout alone starts again with every byte. The whole record would take 80 s.
    @Test
    void aTlsHandshakeThatArrivesByteByByteTimesOut() throws Exception {
        byte[] startOfRecord = {22, 3, 3, 0x40, 0, 2, 0, 0x3f, (byte) 0xfc}; // a server hello
        int bodyBytes = 0x4000;
        CompletableFuture<Integer> sent = new CompletableFuture<>();
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(
                            () -> {
                                int count = 0;
                                try (Socket socket = server.accept()) {
                                    OutputStream out = socket.getOutputStream();
                                    out.write(startOfRecord);
                                    while (count < bodyBytes) {
                                        out.write(0);
                                        count++;
                                        Thread.sleep(5);
                                    }
                                } catch (IOException | InterruptedException e) {
                                    // The client has closed the connection.
                                }
                                sent.complete(count);
                            });
            FetchResult result = get("blog.example.org", server.getLocalPort(), SHORT);
            assertThat(((FetchResult.Failed) result).problem()).isEqualTo(ProblemType.SITE_TIMEOUT);
            assertThat(sent.join()).as("the connection is closed early").isLessThan(bodyBytes / 2);
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
        return get(host, port, tls, Duration.ofMinutes(1));
    }

    private static FetchResult get(String host, int port, Duration limit) {
        return get(host, port, context.getSocketFactory(), limit);
    }

    private static FetchResult get(String host, int port, SSLSocketFactory tls, Duration limit) {
        return new PublicWebClient(
                        new PublicWebClient.Limits(limit, 1000),
                        new AllowedNetworks(host),
                        name -> List.of(InetAddress.ofLiteral("127.0.0.1")),
                        tls,
                        new UserAgent("Parler test"))
                .get("https://" + host + ":" + port + "/", "*/*");
    }
}
