package io.parler.e2e.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// A proxy between a function and an AWS endpoint. It forwards requests unchanged, so that their
/// signatures stay valid, records them, and can hold one of them.
public final class HoldingProxy implements AutoCloseable {
    private static final int NO_ANSWER = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<URI> upstream = new CompletableFuture<>();
    private final List<Call> forwarded = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private Optional<Hold> hold = Optional.empty();

    /// One request.
    ///
    /// @param invocation the invocation that made it, by the root of its X-Ray trace
    /// @param clientPort the port of the caller's end of the connection
    /// @param serverPort the port of the proxy's end
    /// @param response the status of the endpoint's response, once there is one
    public record Call(
            String line,
            String invocation,
            String body,
            int clientPort,
            int serverPort,
            CompletableFuture<Response> response) {
        public boolean is(String method, String part) {
            return line.startsWith(method + " ") && line.contains(part);
        }
    }

    /// What the endpoint answered, and how long that took.
    ///
    /// @param status 0 if there was no answer
    public record Response(int status, Duration time) {}

    private record Hold(
            Predicate<Call> which, AtomicInteger before, CompletableFuture<Call> held) {}

    public HoldingProxy() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(
                                    InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                            0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Requests wait until the target is set.
    public void leadsTo(URI endpoint) {
        upstream.complete(endpoint);
    }

    /// Completed with the held request: the first matching one after `before` others. It is never
    /// forwarded.
    public CompletableFuture<Call> hold(int before, Predicate<Call> which) {
        Hold next = new Hold(which, new AtomicInteger(before), new CompletableFuture<>());
        synchronized (this) {
            hold = Optional.of(next);
        }
        return next.held();
    }

    /// All forwarded requests.
    public List<Call> forwarded() {
        return forwarded;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long start = System.nanoTime();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String trace = exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id");
            Call call =
                    new Call(
                            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
                            trace == null ? "" : trace.replaceFirst(";.*", ""),
                            new String(body, StandardCharsets.UTF_8),
                            exchange.getRemoteAddress().getPort(),
                            exchange.getLocalAddress().getPort(),
                            new CompletableFuture<>());
            if (isHeld(call)) {
                closed.join();
                return;
            }
            try {
                EndpointResponse response = forward(exchange, body);
                // First, because the caller may be dead by now, and the endpoint has done the work.
                call.response().complete(answered(response.status(), start));
                response.send(exchange);
            } finally {
                call.response().complete(answered(NO_ANSWER, start));
            }
        }
    }

    private static Response answered(int status, long start) {
        return new Response(status, Duration.ofNanos(System.nanoTime() - start));
    }

    private synchronized boolean isHeld(Call call) {
        if (hold.isPresent()
                && hold.get().which().test(call)
                && hold.get().before().getAndDecrement() == 0) {
            hold.get().held().complete(call);
            return true;
        }
        forwarded.add(call);
        return false;
    }

    /// Uses HTTP/1.0: the response ends with its connection.
    private EndpointResponse forward(HttpExchange exchange, byte[] body) throws IOException {
        URI to = upstream.join();
        var head = new StringBuilder();
        head.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append(" HTTP/1.0\r\n");
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!name.matches("(?i)connection|transfer-encoding|content-length")) {
                                values.forEach(
                                        v -> head.append(name + ": ").append(v).append("\r\n"));
                            }
                        });
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] answer;
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            var all = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(all);
            answer = all.toByteArray();
        }
        return new EndpointResponse(answer);
    }

    /// The response of the endpoint, head and body.
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    private record EndpointResponse(byte[] answer) {
        private int bodyAt() {
            return new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        }

        private List<String> head() {
            return new String(answer, 0, bodyAt(), StandardCharsets.ISO_8859_1).lines().toList();
        }

        int status() {
            return Integer.parseInt(head().getFirst().split(" ", -1)[1]);
        }

        void send(HttpExchange exchange) throws IOException {
            for (String line : head().subList(1, head().size() - 1)) {
                int colon = line.indexOf(':');
                String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
                if (!name.matches("connection|transfer-encoding|content-length|date")) {
                    exchange.getResponseHeaders().add(name, line.substring(colon + 1).strip());
                }
            }
            int length = answer.length - bodyAt();
            exchange.sendResponseHeaders(status(), length == 0 ? -1 : length);
            if (length > 0) {
                exchange.getResponseBody().write(answer, bodyAt(), length);
            }
        }
    }

    @Override
    public void close() {
        closed.complete(null);
        server.stop(0);
        threads.shutdownNow();
    }
}
