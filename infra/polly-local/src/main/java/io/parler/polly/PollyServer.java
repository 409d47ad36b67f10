package io.parler.polly;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Polly's REST-JSON protocol over HTTP: SynthesizeSpeech, DescribeVoices, and one path of ours.
final class PollyServer implements AutoCloseable {
    /// Polly takes no body near this size.
    private static final int LONGEST_BODY = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Stage stage;
    private final SynthesizeSpeech synthesizeSpeech;

    PollyServer(int port, Stage stage, Map<Engine, Quota> quotas) throws IOException {
        this.stage = stage;
        synthesizeSpeech = new SynthesizeSpeech(stage, quotas);
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        stage.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        try {
            route(exchange);
        } catch (PollyException e) {
            error(exchange, e);
        } catch (RuntimeException e) {
            System.err.println("polly-local: " + reason(e));
            if (exchange.getResponseCode() != -1) {
                // Thrown on, it cuts the connection: a sound that ends early must not look whole.
                throw e;
            }
            error(exchange, PollyException.failure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops", e);
        }
        exchange.close();
    }

    /// What an engine says of its failure; the caller is told no more than by Polly.
    private static String reason(RuntimeException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private void route(HttpExchange exchange)
            throws IOException, PollyException, InterruptedException {
        String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (route) {
            case "POST /v1/speech" -> synthesizeSpeech.answer(exchange, body(exchange));
            case "GET /v1/voices" ->
                    json(
                            exchange,
                            200,
                            DescribeVoices.answer(
                                    exchange.getRequestURI().getRawQuery(), stage.voices()));
            case "GET /engine" -> json(exchange, 200, stage.describe());
            case "PUT /engine" -> {
                stage.change(body(exchange));
                json(exchange, 200, stage.describe());
            }
            default ->
                    throw new PollyException(
                            "UnknownOperationException", 404, "Unknown operation: " + route);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException, PollyException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw new PollyException(
                    "RequestEntityTooLargeException", 413, "Request body too large");
        }
        return body;
    }

    private static void error(HttpExchange exchange, PollyException e) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", e.code());
        json(
                exchange,
                e.status(),
                Json.object(json -> json.writeStringField("message", e.getMessage())));
    }

    private static void json(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
