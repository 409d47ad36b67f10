package io.parler.polly.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.polly.voice.Engine;
import io.parler.polly.voice.VoiceCatalog;
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

/// Serves Polly's REST-JSON protocol: SynthesizeSpeech and DescribeVoices, and `/engine` for the
/// settings of this endpoint.
public final class PollyServer implements AutoCloseable {
    /// No valid request comes near this size.
    private static final int MAX_BODY_BYTES = 1 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EngineSettings settings;
    private final VoiceCatalog voices;
    private final SynthesizeSpeechHandler synthesizeSpeech;

    public PollyServer(
            int port,
            EngineSettings settings,
            VoiceCatalog voices,
            Map<Engine, RateLimiter> rateLimiters)
            throws IOException {
        this.settings = settings;
        this.voices = voices;
        synthesizeSpeech = new SynthesizeSpeechHandler(settings, voices, rateLimiters);
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        settings.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        try {
            route(exchange);
        } catch (PollyException e) {
            sendError(exchange, e);
        } catch (RuntimeException e) {
            System.err.println("polly-local: " + messages(e));
            if (exchange.getResponseCode() != -1) {
                // Rethrown, it closes the connection: truncated audio must not look complete.
                throw e;
            }
            sendError(exchange, PollyException.serviceFailure());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", e);
        }
        exchange.close();
    }

    /// The messages of the whole cause chain, for the log; the caller gets only what Polly would
    /// tell.
    private static String messages(RuntimeException e) {
        return Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private void route(HttpExchange exchange)
            throws IOException, PollyException, InterruptedException {
        String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (route) {
            case "POST /v1/speech" -> synthesizeSpeech.handle(exchange, body(exchange));
            case "GET /v1/voices" ->
                    sendJson(
                            exchange,
                            200,
                            DescribeVoicesHandler.handle(
                                    exchange.getRequestURI().getRawQuery(), voices));
            case "GET /engine" -> sendJson(exchange, 200, settings.toJson());
            case "PUT /engine" -> {
                settings.update(body(exchange));
                sendJson(exchange, 200, settings.toJson());
            }
            default ->
                    throw new PollyException(
                            "UnknownOperationException", 404, "Unknown operation: " + route);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException, PollyException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            throw new PollyException(
                    "RequestEntityTooLargeException", 413, "Request body too large");
        }
        return body;
    }

    private static void sendError(HttpExchange exchange, PollyException e) throws IOException {
        exchange.getResponseHeaders().set("x-amzn-ErrorType", e.code());
        sendJson(
                exchange,
                e.status(),
                JsonObject.write(json -> json.writeStringField("message", e.getMessage())));
    }

    private static void sendJson(HttpExchange exchange, int status, String json)
            throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
