package io.parler.bench.convert;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The AWS services that the worker uses, except Polly, at one address: buckets, and a topic, a
/// queue, a claims table and a quota that accept everything.
final class FakeAws implements AutoCloseable {
    private static final Pattern PART = Pattern.compile("(?:^|&)partNumber=(\\d+)");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DiskBucket buckets;
    private final Duration latency;

    private FakeAws(HttpServer server, DiskBucket buckets, Duration latency) {
        this.server = server;
        this.buckets = buckets;
        this.latency = latency;
    }

    /// @param latency of each call
    static FakeAws start(Path folder, Duration latency) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        var cloud = new FakeAws(server, new DiskBucket(folder), latency);
        server.setExecutor(cloud.threads);
        server.createContext("/", cloud::handle);
        server.start();
        return cloud;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    DiskBucket buckets() {
        return buckets;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String key = exchange.getRequestURI().getPath().substring(1);
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        delay();
        if (key.isEmpty()) {
            service(exchange);
        } else if (key.contains("/functions/")) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            respond(exchange, 200, "{\"statusCode\":204}");
        } else {
            object(exchange, key, query);
        }
        exchange.close();
    }

    private void object(HttpExchange exchange, String key, String query) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> get(exchange, key);
            case "HEAD" ->
                    exchange.sendResponseHeaders(
                            Files.isRegularFile(buckets.file(key)) ? 200 : 404, -1);
            case "PUT" -> {
                Matcher part = PART.matcher(query);
                String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
                buckets.put(
                        part.find()
                                ? DiskBucket.partKey(key, Integer.parseInt(part.group(1)))
                                : key,
                        exchange.getRequestBody(),
                        hash != null && hash.startsWith("STREAMING"));
                exchange.getResponseHeaders().set("ETag", "\"e\"");
                respond(exchange, 200, "");
            }
            case "POST" -> {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                if (query.startsWith("uploads")) {
                    respond(
                            exchange,
                            200,
                            "<InitiateMultipartUploadResult><UploadId>u</UploadId>"
                                    + "</InitiateMultipartUploadResult>");
                } else {
                    buckets.complete(key);
                    respond(
                            exchange,
                            200,
                            "<CompleteMultipartUploadResult><ETag>e</ETag>"
                                    + "</CompleteMultipartUploadResult>");
                }
            }
            case "DELETE" -> {
                Files.deleteIfExists(buckets.file(key));
                exchange.sendResponseHeaders(204, -1);
            }
            default -> respond(exchange, 501, "");
        }
    }

    private void get(HttpExchange exchange, String key) throws IOException {
        Path file = buckets.file(key);
        if (!Files.isRegularFile(file)) {
            respond(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
            return;
        }
        exchange.getResponseHeaders()
                .set("Last-Modified", HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        exchange.getResponseHeaders().set("ETag", "\"e\"");
        long length = Files.size(file);
        exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
        try (OutputStream out = exchange.getResponseBody()) {
            Files.copy(file, out);
        }
    }

    private static void service(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
        boolean queue = exchange.getRequestHeaders().containsKey("X-Amz-Target");
        respond(
                exchange,
                200,
                queue
                        ? "{}"
                        : "<PublishResponse><PublishResult><MessageId>m</MessageId>"
                                + "</PublishResult></PublishResponse>");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void delay() {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
