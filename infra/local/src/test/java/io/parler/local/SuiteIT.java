package io.parler.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.parler.local.edge.UrlSigner;
import io.parler.local.engine.UnsupportedPlatformException;
import io.parler.local.fixture.EchoFunction;
import io.parler.local.stack.AwsRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A small suite on the real engines.
class SuiteIT {
    private static final Path TEMPLATES = Path.of("src/test/resources/suite");

    @TempDir Path folder;

    private final ClosableEndpoint translate = new ClosableEndpoint();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void copyTemplates() throws IOException {
        for (String file : List.of("suite.yaml", "shop.yaml", "edge.yaml")) {
            Files.copy(TEMPLATES.resolve(file), folder.resolve(file));
        }
        archive();
    }

    @AfterEach
    void closeClient() {
        http.close();
    }

    @Test
    void aRequestGoesThroughTheEdgeToItsFunctionWithItsEnvironment() throws Exception {
        try (Suite suite = start(false)) {
            HttpResponse<String> response = get(suite, "/orders/7");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(suite.origin() + ",10.0.0.0/8");
            assertThat(get(suite, "/orders").statusCode()).isEqualTo(404);
            assertThat(get(suite, "/orders/please-fail").statusCode()).isEqualTo(500);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void functionsInProcessesRespondTheSame() throws Exception {
        try (Suite suite = start(true, true)) {
            HttpResponse<String> response = get(suite, "/orders/7");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(suite.origin() + ",10.0.0.0/8");
            assertThat(get(suite, "/orders/please-fail").statusCode()).isEqualTo(500);
            assertThat(ProcessHandle.current().children())
                    .anyMatch(child -> isRunning(child, EchoFunction.class));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                ProcessHandle.current()
                                        .children()
                                        .noneMatch(child -> isRunning(child, EchoFunction.class)));
    }

    private static boolean isRunning(ProcessHandle process, Class<?> handler) {
        return process.info()
                .commandLine()
                .filter(line -> line.endsWith(" " + handler.getName()))
                .isPresent();
    }

    @Test
    void aChangedTemplateIsAllThatAChangeNeeds() throws Exception {
        Path shop = folder.resolve("shop.yaml");
        Files.writeString(
                shop,
                Files.readString(shop)
                        .replace("/orders/{id}", "/baskets/{id}")
                        .replace("GREETING: !Ref Greeting", "GREETING: !Ref Baskets"));
        try (Suite suite = start(false)) {
            assertThat(get(suite, "/orders/7").statusCode()).isEqualTo(404);
            assertThat(get(suite, "/baskets/7").body()).isEqualTo("test-dev-shop-Baskets");
        }
    }

    @Test
    void anExtraServiceIsKnownToFunctionsAndClosedWithTheSuite() throws Exception {
        try (Suite suite = start(false)) {
            assertThat(get(suite, "/orders/translate-endpoint").body())
                    .startsWith("http://127.0.0.1:");
            assertThat(translate.closed).isFalse();
        }
        assertThat(translate.closed).isTrue();
    }

    @Test
    void aBucketIsServedInRangesAndKeepsItsObjectsOverARestart() throws Exception {
        try (Suite suite = start(false)) {
            put(suite.endpoints().s3(), "/test-dev-shop-receipts/receipts/a%20b.txt", "0123456789");
        }
        try (Suite suite = start(false)) {
            HttpResponse<String> whole = get(suite, "/receipts/a%20b.txt");
            assertThat(whole.statusCode()).isEqualTo(200);
            assertThat(whole.body()).isEqualTo("0123456789");
            assertThat(header(whole, "Content-Type")).isEqualTo("text/plain");
            HttpResponse<String> part = get(suite, "/receipts/a%20b.txt", "Range", "bytes=2-4");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo("234");
            assertThat(header(part, "Content-Range")).isEqualTo("bytes 2-4/10");
            HttpResponse<String> ofAPage =
                    get(suite, "/receipts/a%20b.txt", "Origin", "https://player.example");
            assertThat(header(ofAPage, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(whole.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
            assertThat(get(suite, "/receipts/a%20b.txt", "Range", "bytes=50-60").statusCode())
                    .isEqualTo(416);
            assertThat(
                            get(
                                            suite,
                                            "/receipts/a%20b.txt",
                                            "If-None-Match",
                                            header(whole, "ETag"))
                                    .statusCode())
                    .isEqualTo(304);
            HttpResponse<String> head =
                    send(
                            request(suite, "/receipts/a%20b.txt")
                                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            assertThat(header(head, "Content-Length")).isEqualTo("10");
            assertThat(get(suite, "/receipts/none").statusCode()).isEqualTo(404);
            assertThat(send(request(suite, "/receipts/a%20b.txt").DELETE()).statusCode())
                    .isEqualTo(403);
        }
        try (Suite suite = start(true)) {
            assertThat(get(suite, "/receipts/a%20b.txt").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void noPathLeavesItsBucket() throws Exception {
        try (Suite suite = start(false)) {
            put(suite.endpoints().s3(), "/test-dev-shop-receipts/secret.txt", "secret");
            for (String path :
                    List.of(
                            "/receipts/../secret.txt",
                            "/receipts/%2e%2e/secret.txt",
                            "/receipts/..%2fsecret.txt",
                            "/receipts/..%5csecret.txt",
                            "/receipts/x/..%2f..%2fsecret.txt")) {
                HttpRequest.Builder raw = HttpRequest.newBuilder(URI.create(suite.origin() + path));
                assertThat(send(raw).statusCode()).as(path).isEqualTo(400);
            }
        }
    }

    @Test
    void aPathWithTrustedKeysNeedsASignedUrl() throws Exception {
        KeyPair key = UrlSigner.pair("RSA", 2048);
        String pem =
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(key.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----";
        Path edge = folder.resolve("edge.yaml");
        Files.writeString(
                edge,
                Files.readString(edge)
                                .replace(
                                        "TargetOriginId: receipts,",
                                        "TargetOriginId: receipts, TrustedKeyGroups: [!Ref Signers],")
                        + """
                          Signer:
                            Type: AWS::CloudFront::PublicKey
                            Properties:
                              PublicKeyConfig:
                                Name: signer
                                CallerReference: one
                                EncodedKey: |
                        %s
                          Signers:
                            Type: AWS::CloudFront::KeyGroup
                            Properties: {KeyGroupConfig: {Name: signers, Items: [!Ref Signer]}}
                          SignerId:
                            Type: AWS::SSM::Parameter
                            Properties: {Name: /test/dev/signer, Type: String, Value: !GetAtt Signer.Id}
                        """
                                .formatted(pem.indent(10).stripTrailing()));
        Path shop = folder.resolve("shop.yaml");
        Files.writeString(
                shop,
                Files.readString(shop)
                        .replace("GREETING: !Ref Greeting", "GREETING: !Ref SignerId")
                        .replace(
                                "Parameters:\n",
                                "Parameters:\n  SignerId: {Type: AWS::SSM::Parameter::Value<String>, Default: /test/dev/signer}\n"));
        try (Suite suite = start(false)) {
            put(suite.endpoints().s3(), "/test-dev-shop-receipts/receipts/a.txt", "0123456789");
            HttpResponse<String> unsigned = get(suite, "/receipts/a.txt");
            assertThat(unsigned.statusCode()).isEqualTo(403);
            assertThat(header(unsigned, "Content-Type")).isEqualTo("application/problem+json");
            String id = get(suite, "/orders/7").body();
            assertThat(id).matches("K[0-9A-F]{13}");
            String url = suite.origin() + "/receipts/a.txt";
            String query =
                    UrlSigner.canned(url, Instant.now().getEpochSecond() + 3600, id, key, "SHA1");
            assertThat(get(suite, "/receipts/a.txt?" + query).body()).isEqualTo("0123456789");
            assertThat(get(suite, "/receipts/b.txt?" + query).statusCode()).isEqualTo(403);
            String ended =
                    UrlSigner.canned(url, Instant.now().getEpochSecond() - 1, id, key, "SHA1");
            assertThat(get(suite, "/receipts/a.txt?" + ended).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void anotherHostNameIsRejected() throws Exception {
        try (Suite suite = start(false)) {
            assertProblem(
                    403,
                    raw(
                            suite,
                            "GET /orders/7 HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        }
    }

    @Test
    void whatTheEdgeItselfRejectsIsAProblemWithACorrelationId() throws Exception {
        try (Suite suite = start(false)) {
            String headers =
                    "\r\nHost: 127.0.0.1\r\nX-Correlation-Id: mine-1\r\nConnection: close\r\n\r\n";
            assertProblem(400, raw(suite, "GET /orders/%/x HTTP/1.1" + headers));
            assertProblem(400, raw(suite, "GET /orders/%zz HTTP/1.1" + headers));
            assertProblem(400, raw(suite, "GET /orders?x=% HTTP/1.1" + headers));
            assertProblem(400, raw(suite, "GET /orders?x=<> HTTP/1.1" + headers));
            assertProblem(400, raw(suite, "nonsense\r\n\r\n"));
            assertProblem(400, raw(suite, "GET /orders HTTP/1.1\r\nContent-Length: -1" + headers));
            for (String request :
                    List.of(
                            "GET /receipts/../x HTTP/1.1",
                            "DELETE /receipts/x HTTP/1.1",
                            "GET /receipts/none HTTP/1.1")) {
                String response = raw(suite, request + headers);
                assertProblem(
                        request.contains("..") ? 400 : request.startsWith("DELETE") ? 403 : 404,
                        response);
                assertThat(response).contains("\"instance\":\"mine-1\"");
            }
            // API Gateway's own errors are as on AWS.
            assertThat(raw(suite, "GET /none HTTP/1.1" + headers))
                    .endsWith("\r\n\r\n{\"message\":\"Not Found\"}");
        }
    }

    @Test
    void aConnectionServesRequestsOneAfterTheOther() throws Exception {
        try (Suite suite = start(false)) {
            put(suite.endpoints().s3(), "/test-dev-shop-receipts/receipts/a.txt", "0123456789");
            String host = " HTTP/1.1\r\nHost: localhost\r\n";
            String responses =
                    raw(
                            suite,
                            "HEAD /receipts/a.txt"
                                    + host
                                    + "\r\nGET /receipts/a.txt"
                                    + host
                                    + "\r\nPOST /orders"
                                    + host
                                    + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{}GET /receipts/none"
                                    + host
                                    + "Connection: close\r\n\r\n");
            assertThat(responses.split("HTTP/1.1 ", -1)).hasSize(1 + 5);
            assertThat(responses)
                    .contains("0123456789HTTP/1.1 100 Continue")
                    .doesNotContainIgnoringCase("x-edge");
        }
    }

    private static String raw(Suite suite, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), suite.origin().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static void assertProblem(int status, String response) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("X-Correlation-Id: ")
                .contains("\"type\":\"about:blank\"", "\"status\":" + status);
    }

    @Test
    void aBodyOverTenMegabytesIsRejected() throws Exception {
        try (Suite suite = start(false)) {
            HttpResponse<String> response =
                    send(
                            request(suite, "/orders")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    new byte[10 * 1024 * 1024 + 1])));
            assertThat(response.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void anUnsupportedPlatformIsOneSentence() {
        assertThatExceptionOfType(SuiteStartException.class)
                .isThrownBy(
                        () ->
                                Suite.start(
                                        options(false, false),
                                        (_, _) -> {
                                            throw new UnsupportedPlatformException(
                                                    "No engine runs on Linux aarch64.");
                                        }))
                .withMessage("No engine runs on Linux aarch64.");
    }

    @Test
    void aFolderIsUsedByOneSuiteAtATime() throws Exception {
        try (Suite suite = start(false)) {
            assertThat(suite.origin().getPort()).isPositive();
            assertThatExceptionOfType(SuiteStartException.class)
                    .isThrownBy(() -> start(false))
                    .withMessageContaining("Another suite is using");
        }
    }

    @Test
    void aPublishedMessageReachesTheFunctionThroughItsQueue() throws Exception {
        try (Suite suite = start(false)) {
            String form =
                    "Action=Publish&Version=2010-03-31&TopicArn=arn%3Aaws%3Asns%3Aus-east-1%3A000000000000%3Atest-dev-shop-Sold"
                            + "&Message=%7B%7D&MessageAttributes.entry.1.Name=type"
                            + "&MessageAttributes.entry.1.Value.DataType=String"
                            + "&MessageAttributes.entry.1.Value.StringValue=order.placed.v1";
            byte[] body = form.getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> published =
                    send(
                            new AwsRequest("sns", Clock.systemUTC())
                                    .signed(
                                            "POST",
                                            suite.endpoints().sns().resolve("/"),
                                            Map.of(
                                                    "content-type",
                                                    "application/x-www-form-urlencoded"),
                                            body));
            assertThat(published.statusCode()).isEqualTo(200);
            Path log = folder.resolve("data/logs/test-dev-shop-Packer.log");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(log).content().contains("took a batch"));
        }
    }

    /// An endpoint that no test calls.
    private static final class ClosableEndpoint implements ExtraService.Endpoint {
        boolean closed;

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:9");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Suite start(boolean fresh) throws IOException {
        return start(fresh, false);
    }

    private Suite start(boolean fresh, boolean processes) throws IOException {
        return Suite.start(options(fresh, processes));
    }

    private SuiteOptions options(boolean fresh, boolean processes) {
        return new SuiteOptions(
                folder.resolve("suite.yaml"),
                folder.resolve("data"),
                0,
                Optional.empty(),
                fresh,
                Map.of("allow", "10.0.0.0/8"),
                Optional.empty(),
                List.of(new ExtraService("TRANSLATE", List.of(), () -> translate)),
                processes);
    }

    private void put(URI s3, String path, String text) throws Exception {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response =
                send(
                        new AwsRequest("s3", Clock.systemUTC())
                                .signed(
                                        "PUT",
                                        s3.resolve(path),
                                        Map.of("content-type", "text/plain"),
                                        body));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(Suite suite, String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(suite, path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private static HttpRequest.Builder request(Suite suite, String path) {
        return HttpRequest.newBuilder(suite.origin().resolve(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void archive() throws IOException {
        Path archive = folder.resolve("target/function.zip");
        Files.createDirectories(Objects.requireNonNull(archive.getParent()));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(path(EchoFunction.class)));
            zip.write(bytes(EchoFunction.class));
        }
    }

    private static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + path(type))) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
