package io.parler.local.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An HTTP server for one AWS API: on a free port of 127.0.0.1, with a virtual thread per request.
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

    private final HttpServer server;

    private ApiServer(HttpServer server) {
        this.server = server;
    }

    /// Handles a request whose body has been read.
    @FunctionalInterface
    public interface Api {
        Answer answer(HttpExchange request, byte[] body) throws Exception;
    }

    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public static Answer of(int status, String mediaType, String body) {
            return new Answer(
                    status,
                    Map.of("Content-Type", mediaType),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static ApiServer start(Api api) {
        // Otherwise each response waits for the client's delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> handle(api, exchange));
            server.start();
            return new ApiServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void handle(Api api, HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = api.answer(exchange, exchange.getRequestBody().readAllBytes());
            } catch (Exception e) {
                // 500 makes the SDK retry.
                LOG.atWarn()
                        .setCause(e)
                        .log("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI());
                answer = new Answer(500, Map.of(), new byte[0]);
            }
            exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
