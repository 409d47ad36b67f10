package io.parler.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.snapshot.Primed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What a function that starts from a snapshot has of its own, seen from the servers that it calls.
class RestoredInstanceTest {
    private static final String CREDENTIALS_ADDRESS = "aws.containerCredentialsFullUri";
    private static final String DYNAMO_ADDRESS = "aws.endpointUrlDynamoDb";

    /// A call of DynamoDB.
    private record Call(int port, String accessKey) {}

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger credentialsGiven = new AtomicInteger();
    private final FunctionCredentials credentials = FunctionCredentials.create();
    private HttpServer server;
    private DynamoDbClient dynamo;

    @BeforeEach
    void startServers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/credentials", this::giveCredentials);
        server.createContext("/", this::answer);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(CREDENTIALS_ADDRESS, address + "/credentials");
        System.setProperty(DYNAMO_ADDRESS, address);
        dynamo =
                new AwsClients(Region.EU_CENTRAL_1, credentials)
                        .dynamoDb(CallLimits.within(Duration.ofMinutes(5)));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        System.clearProperty(CREDENTIALS_ADDRESS);
        System.clearProperty(DYNAMO_ADDRESS);
    }

    private void giveCredentials(HttpExchange exchange) throws IOException {
        send(
                exchange,
                """
                {"AccessKeyId": "KEY%s", "SecretAccessKey": "secret", "Token": "token",
                 "Expiration": "2099-01-01T00:00:00Z"}"""
                        .formatted(credentialsGiven.incrementAndGet()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        calls.add(
                new Call(
                        exchange.getRemoteAddress().getPort(),
                        authorization.replaceFirst(".*Credential=([^/]+)/.*", "$1")));
        send(exchange, "{}");
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void list() {
        Object _ = dynamo.listTables();
    }

    @Test
    void credentialsAreRequestedAgainByEachInstance() {
        list();
        list();
        credentials.afterRestore(Core.getGlobalContext());
        list();
        credentials.afterRestore(Core.getGlobalContext());
        list();

        assertThat(calls)
                .extracting(Call::accessKey)
                .containsExactly("KEY1", "KEY1", "KEY2", "KEY3");
    }

    @Test
    void noConnectionOfTheSnapshotIsUsedAgain() throws Exception {
        Primed function =
                () -> {
                    list();
                    list();
                };
        function.beforeCheckpoint(Core.getGlobalContext());
        list();
        list();

        assertThat(calls).hasSize(4);
        int primed = calls.get(1).port();
        assertThat(calls.get(0).port()).isNotEqualTo(primed);
        assertThat(calls.get(2).port()).isNotEqualTo(primed);
        assertThat(calls.get(3).port()).as("kept open later").isEqualTo(calls.get(2).port());
    }
}
