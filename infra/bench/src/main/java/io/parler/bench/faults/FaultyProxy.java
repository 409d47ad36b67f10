package io.parler.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy in front of an AWS service. It lets calls fail, delivers messages several times, and
/// forwards the rest unchanged, so that signatures stay valid.
final class FaultyProxy implements AutoCloseable {
    private static final long MAX_COPY_DELAY_MILLIS = 3_000;

    private final Service service;
    private final FaultPlan plan;
    private final VoiceCalls voiceCalls;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
    private final Map<FaultPlan.Outcome, AtomicInteger> outcomes =
            new EnumMap<>(FaultPlan.Outcome.class);
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicInteger copiesUnderWay = new AtomicInteger();

    FaultyProxy(Service service, FaultPlan plan, VoiceCalls voiceCalls) throws IOException {
        this.service = service;
        this.plan = plan;
        this.voiceCalls = voiceCalls;
        for (FaultPlan.Outcome outcome : FaultPlan.Outcome.values()) {
            outcomes.put(outcome, new AtomicInteger());
        }
        server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0),
                        0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Calls wait until the endpoint is set.
    void leadsTo(URI target) {
        endpoint.complete(target);
    }

    Service service() {
        return service;
    }

    FaultPlan plan() {
        return plan;
    }

    int count(FaultPlan.Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome)).get();
    }

    /// How many messages were delivered once more.
    int copies() {
        return copies.get();
    }

    boolean hasCopiesUnderWay() {
        return copiesUnderWay.get() > 0;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            FaultPlan.Outcome outcome = plan.next();
            Objects.requireNonNull(outcomes.get(outcome)).incrementAndGet();
            switch (outcome) {
                case FORWARDED -> forward(exchange, body).send(exchange);
                case UNAVAILABLE -> respond(exchange, 503, "");
                case THROTTLED -> respond(exchange, service.throttledStatus(), service.throttled());
                // Closed without a response.
                case DROPPED -> {}
                case ANSWER_LOST -> forward(exchange, body);
            }
        }
    }

    private void respond(HttpExchange exchange, int status, String text) throws IOException {
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        byte[] body = (isHead ? "" : text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", service.mediaType());
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private ForwardedResponse forward(HttpExchange exchange, byte[] body) throws IOException {
        byte[] request = request(exchange, body);
        VoiceCalls.Call call = voiceCalls.started(service, exchange, body);
        ForwardedResponse response = exchangeWithEndpoint(request);
        call.answered(response.status(), response.header("x-amzn-requestcharacters"));
        String target =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("X-Amz-Target"), "");
        if (response.status() == 200
                && service.isMessage(target, new String(body, StandardCharsets.UTF_8))) {
            for (int i = plan.copies(); i > 0; i--) {
                copiesUnderWay.incrementAndGet();
                threads.execute(() -> sendCopy(request));
            }
        }
        return response;
    }

    private void sendCopy(byte[] request) {
        try {
            Thread.sleep(Duration.ofMillis(plan.delay(MAX_COPY_DELAY_MILLIS)));
            exchangeWithEndpoint(request);
            copies.incrementAndGet();
        } catch (IOException _) {
            // The suite has stopped.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            copiesUnderWay.decrementAndGet();
        }
    }

    /// The request in HTTP/1.0: the response ends with its connection.
    private static byte[] request(HttpExchange exchange, byte[] body) {
        StringBuilder head = new StringBuilder();
        head.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append(" HTTP/1.0\r\n");
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!name.matches("(?i)connection|transfer-encoding|content-length")) {
                                values.forEach(
                                        v ->
                                                head.append(name)
                                                        .append(": ")
                                                        .append(v)
                                                        .append("\r\n"));
                            }
                        });
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private ForwardedResponse exchangeWithEndpoint(byte[] request) throws IOException {
        URI target = endpoint.join();
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request);
            out.flush();
            return ForwardedResponse.parse(socket.getInputStream().readAllBytes());
        }
    }

    /// A line of the report: what happened to the calls.
    String figures() {
        return String.format(
                Locale.ROOT,
                "  %-9s %,7d forwarded %,6d answered 503 %,6d throttled %,6d dropped %,6d answers"
                        + " lost %,6d delivered again",
                service.label(),
                count(FaultPlan.Outcome.FORWARDED),
                count(FaultPlan.Outcome.UNAVAILABLE),
                count(FaultPlan.Outcome.THROTTLED),
                count(FaultPlan.Outcome.DROPPED),
                count(FaultPlan.Outcome.ANSWER_LOST),
                copies());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
