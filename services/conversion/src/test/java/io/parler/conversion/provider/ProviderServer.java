package io.parler.conversion.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.http.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A fake provider with the real wire protocol. It can be given prepared responses.
public abstract class ProviderServer implements AutoCloseable {
    public static final FrameHeader MONO_24_KHZ = new FrameHeader(0xfff364c4);

    public static final FrameHeader MONO_44_KHZ = new FrameHeader(0xfffb50c4);
    public static final String KEY = "sk-Very-Secret-1";

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<PreparedResponse> prepared = new ConcurrentLinkedQueue<>();
    private final List<ReceivedRequest> asked = new CopyOnWriteArrayList<>();

    /// A request.
    public record ReceivedRequest(
            String method, String path, Map<String, List<String>> headers, String body) {
        public Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst();
        }

        public JsonNode json() {
            try {
                return Json.tree(body);
            } catch (JacksonException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A response.
    public record PreparedResponse(int status, Map<String, String> headers, byte[] body) {
        public static PreparedResponse json(int status, String body) {
            return new PreparedResponse(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public PreparedResponse with(String header, String value) {
            return new PreparedResponse(status, Map.of(header, value), body);
        }
    }

    // Subclasses have no state of their own.
    @SuppressWarnings("this-escape")
    protected ProviderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /// The response if no other is prepared.
    public abstract PreparedResponse answer(ReceivedRequest request);

    public BaseUrl url() {
        return new BaseUrl("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public ProviderHttpClient http() {
        return new ProviderHttpClient(client, Duration.ofMinutes(1), InstantSource.system());
    }

    public void respondFirstWith(int status, String json, String header, String value) {
        prepared.add(PreparedResponse.json(status, json).with(header, value));
    }

    public void respondFirstWith(PreparedResponse answer) {
        prepared.add(answer);
    }

    public List<ReceivedRequest> asked() {
        return List.copyOf(asked);
    }

    /// Silence: one frame for each character.
    public static byte[] spoken(FrameHeader header, String text) {
        return Mp3.silence(header, 1 + text.length()).bytes();
    }

    private void handle(HttpExchange exchange) throws IOException {
        ReceivedRequest request =
                new ReceivedRequest(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        PreparedResponse first = prepared.poll();
        PreparedResponse answer = first == null ? answer(request) : first;
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.stop(0);
    }
}
