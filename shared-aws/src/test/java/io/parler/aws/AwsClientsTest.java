package io.parler.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.problem.UnavailableException;
import io.parler.testing.FullServer;
import io.parler.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.PollyException;
import software.amazon.awssdk.services.s3.S3Client;

class AwsClientsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<HttpExchange> requests = new CopyOnWriteArrayList<>();
    private final List<String> properties = new CopyOnWriteArrayList<>();
    private int status = 200;
    private String answer = "{}";
    private HttpServer server;

    @BeforeEach
    void startAServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    requests.add(exchange);
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        pointAt("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
        properties.forEach(System::clearProperty);
    }

    private void pointAt(String endpoint) {
        set("aws.endpointUrlDynamoDb", endpoint);
        set("aws.endpointUrlPolly", endpoint);
        set("aws.endpointUrlS3", endpoint);
    }

    private void set(String property, String value) {
        System.setProperty(property, value);
        properties.add(property);
    }

    private static AwsClients clients() {
        return new AwsClients(
                Region.EU_CENTRAL_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    }

    private static void get(DynamoDbClient dynamo) {
        Object _ = dynamo.listTables();
    }

    @Test
    @Timeout(60)
    void aCallEndsByTheDeadlineInScopeThoughTheServerNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            pointAt("http://127.0.0.1:" + silent.getLocalPort());
            DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG));
            Deadline deadline = Deadline.in(Duration.ofMillis(300));
            assertThatThrownBy(
                            () ->
                                    deadline.call(
                                            () -> {
                                                get(dynamo);
                                                return null;
                                            }))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("DynamoDb.ListTables is unavailable")
                    .hasCauseInstanceOf(ApiCallTimeoutException.class);
            assertThat(deadline.hasPassed()).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void aCallEndsByItsOwnLimitWithoutADeadline() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            pointAt("http://127.0.0.1:" + silent.getLocalPort());
            CallLimits limits = new CallLimits(LONG, LONG, Duration.ofMillis(300), 3);
            DynamoDbClient dynamo = clients().dynamoDb(limits);
            assertThatThrownBy(() -> get(dynamo))
                    .isInstanceOf(UnavailableException.class)
                    .hasCauseInstanceOf(ApiCallTimeoutException.class);
        }
    }

    /// The HTTP client's own limit, 2 s, would end the attempt after the call.
    @Test
    @Timeout(60)
    void aServerThatAcceptsNoConnectionEndsAnAttempt() throws Exception {
        get(clients().dynamoDb(CallLimits.within(LONG))); // loads classes, which takes time
        try (FullServer full = new FullServer()) {
            pointAt(full.address().toString());
            CallLimits limits =
                    new CallLimits(Duration.ofMillis(50), LONG, Duration.ofMillis(1_900), 1);
            DynamoDbClient dynamo = clients().dynamoDb(limits);
            assertThatThrownBy(() -> get(dynamo))
                    .isInstanceOf(UnavailableException.class)
                    .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    /// The HTTP client's own limit, 30 s, would end the attempt after the call.
    @Test
    @Timeout(60)
    void aServerThatFallsSilentEndsAnAttempt() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            pointAt("http://127.0.0.1:" + silent.getLocalPort());
            CallLimits limits =
                    new CallLimits(LONG, Duration.ofMillis(200), Duration.ofSeconds(20), 1);
            DynamoDbClient dynamo = clients().dynamoDb(limits);
            assertThatThrownBy(() -> get(dynamo))
                    .isInstanceOf(UnavailableException.class)
                    .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void noCallIsMadeAfterTheDeadline() {
        DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG));
        assertThatThrownBy(
                        () ->
                                Deadline.in(Duration.ZERO)
                                        .call(
                                                () -> {
                                                    get(dynamo);
                                                    return null;
                                                }))
                .isInstanceOf(UnavailableException.class);
        assertThat(requests).isEmpty();
    }

    @Test
    void anErrorOfTheServiceIsRetriedAndThenAnOutage() {
        status = 500;
        DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG));
        assertThatThrownBy(() -> get(dynamo)).isInstanceOf(UnavailableException.class);
        assertThat(requests).hasSize(3);
    }

    @Test
    void aCallerThatRetriesItselfGetsOneAttemptAndTheErrorItself() {
        status = 503;
        PollyClient polly = clients().polly(CallLimits.once(LONG));
        assertThatThrownBy(() -> polly.describeVoices()).isInstanceOf(PollyException.class);
        assertThat(requests).hasSize(1);
    }

    @Test
    void nobodyThereIsAnOutage() {
        server.stop(0);
        DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG).withAttempts(1));
        assertThatThrownBy(() -> get(dynamo)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void throttlingIsAnOutage() {
        status = 400;
        answer = "{\"__type\":\"ProvisionedThroughputExceededException\"}";
        DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG).withAttempts(1));
        assertThatThrownBy(() -> get(dynamo)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aConditionThatDoesNotHoldAndARefusalStayWhatTheyAre() {
        status = 400;
        answer = "{\"__type\":\"ConditionalCheckFailedException\"}";
        DynamoDbClient dynamo = clients().dynamoDb(CallLimits.within(LONG));
        assertThatThrownBy(() -> get(dynamo)).isInstanceOf(ConditionalCheckFailedException.class);
        answer = "{\"__type\":\"AccessDeniedException\"}";
        assertThatThrownBy(() -> get(dynamo)).isInstanceOf(DynamoDbException.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void aPutToS3IsSentWithoutExpectContinue() {
        S3Client s3 = clients().s3(CallLimits.within(LONG));
        s3.putObject(put -> put.bucket("b").key("k"), RequestBody.fromString("text"));
        assertThat(requests).isNotEmpty();
        assertThat(requests)
                .allSatisfy(
                        request -> assertThat(request.getRequestHeaders().get("Expect")).isNull());
    }

    /// As Lambda gives them to a function with SnapStart.
    @Test
    void credentialsAreTakenFromTheContainerEndpoint() throws IOException {
        HttpServer container =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        container.createContext("/credentials", AwsClientsTest::giveCredentials);
        container.start();
        try {
            set(
                    "aws.containerCredentialsFullUri",
                    "http://127.0.0.1:" + container.getAddress().getPort() + "/credentials");
            get(new AwsClients(Region.EU_CENTRAL_1).dynamoDb(CallLimits.within(LONG)));
            assertThat(requests.getFirst().getRequestHeaders().getFirst("Authorization"))
                    .contains("Credential=FROMTHECONTAINER/");
        } finally {
            container.stop(0);
        }
    }

    private static void giveCredentials(HttpExchange exchange) {
        byte[] body =
                """
                {"AccessKeyId": "FROMTHECONTAINER", "SecretAccessKey": "secret", "Token": "token",
                 "Expiration": "2099-01-01T00:00:00Z"}"""
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
