package io.parler.bench.coldstart;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Answers every call of AWS's JSON protocols at once, and has nothing but credentials.
final class EmptyAws implements AutoCloseable {
    /// The path of the container endpoint for credentials.
    static final String CREDENTIALS = "/credentials";

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// A call of a function.
    ///
    /// @param operation as the protocol names it: a target such as `DynamoDB_20120810.GetItem`, or
    ///     method and path
    /// @param port the function's end of the connection
    /// @param closes whether the connection is closed after the response
    record Call(String operation, int port, boolean closes) {}

    private EmptyAws(HttpServer server) {
        this.server = server;
    }

    static EmptyAws start() throws IOException {
        EmptyAws aws =
                new EmptyAws(
                        HttpServer.create(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        aws.server.createContext("/", aws::answer);
        aws.server.createContext(CREDENTIALS, aws::giveCredentials);
        aws.server.setExecutor(aws.threads);
        aws.server.start();
        return aws;
    }

    private void answer(HttpExchange exchange) throws IOException {
        send(exchange, "{}");
    }

    private void giveCredentials(HttpExchange exchange) throws IOException {
        send(
                exchange,
                """
                {"AccessKeyId": "id", "SecretAccessKey": "secret", "Token": "token",
                 "Expiration": "2099-01-01T00:00:00Z"}""");
    }

    private void send(HttpExchange exchange, String json) throws IOException {
        try (exchange) {
            calls.add(call(exchange));
            exchange.getRequestBody().readAllBytes();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Call call(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String target = headers.getFirst("X-Amz-Target");
        return new Call(
                target == null
                        ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
                        : target,
                exchange.getRemoteAddress().getPort(),
                "close".equals(headers.getFirst("Connection")));
    }

    /// All calls so far.
    List<Call> calls() {
        return List.copyOf(calls);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
