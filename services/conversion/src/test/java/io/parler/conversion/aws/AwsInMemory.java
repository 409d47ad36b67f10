package io.parler.conversion.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.parler.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Fakes of S3, SNS, SQS, DynamoDB, Lambda and Polly with their wire protocols, at one address.
public final class AwsInMemory implements AutoCloseable {
    /// An HTTP response.
    public record Response(int status, Map<String, String> headers, byte[] body) {
        public static Response of(int status, String body) {
            return new Response(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        public static Response problem(int status, String code) {
            return new Response(
                    status,
                    Map.of("x-amzn-ErrorType", code),
                    "{\"message\":\"as told\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final int CUT_STATUS = 299;

    /// Sends half of the declared length and closes the connection.
    public static final Response CUT = new Response(CUT_STATUS, Map.of(), new byte[500]);

    private final HttpServer server;
    private final S3InMemory s3 = new S3InMemory();
    private final PollyInMemory polly = new PollyInMemory();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<String> invocations = new CopyOnWriteArrayList<>();
    private final List<String> reservations = new CopyOnWriteArrayList<>();
    private volatile String quota = "{\"statusCode\":204}";
    private final Queue<String> articles = new ConcurrentLinkedQueue<>();
    private final ClaimsTable claims = new ClaimsTable();
    private final Map<String, String> secrets = new ConcurrentHashMap<>();
    private final AtomicInteger secretCalls = new AtomicInteger();

    public AwsInMemory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Prepares the next response of load-post: an API Gateway response.
    public void articleAnswers(int status, String body) {
        articles.add(Json.string(Map.of("statusCode", status, "body", body)));
    }

    public S3InMemory s3() {
        return s3;
    }

    public List<String> events() {
        return List.copyOf(events);
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    /// What the function QuotaReservation returns.
    public void quotaAnswers(int status, String body) {
        quota = Json.string(Map.of("statusCode", status, "body", body));
    }

    public List<String> reservations() {
        return List.copyOf(reservations);
    }

    public List<String> invocations() {
        return List.copyOf(invocations);
    }

    public PollyInMemory polly() {
        return polly;
    }

    /// Adds a secret to the parameter store.
    public void keeps(String parameter, String value) {
        secrets.put(parameter, value);
    }

    public int secretCalls() {
        return secretCalls.get();
    }

    private List<Map<String, String>> secrets() {
        return secrets.entrySet().stream()
                .map(one -> Map.of("Name", one.getKey(), "Value", one.getValue()))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Response answer;
        try {
            answer = answer(exchange, body);
        } catch (RuntimeException e) {
            answer = Response.of(500, e.toString());
        }
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        if (answer.status() == CUT_STATUS) {
            exchange.sendResponseHeaders(200, 2L * answer.body().length);
            exchange.getResponseBody().write(answer.body());
            throw new IOException("cut on purpose");
        }
        exchange.sendResponseHeaders(
                answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private Response answer(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (path.equals("/v1/voices")) {
            return polly.voices(exchange.getRequestURI().getQuery() == null);
        }
        if (path.equals("/v1/speech")) {
            return polly.speech(utf8(body));
        }
        if (path.contains("/functions/quota-reservation/")) {
            reservations.add(utf8(body));
            return Response.of(200, quota);
        }
        if (path.contains("/functions/")) {
            if (utf8(body).contains("GET /v1/cover")) {
                return cover();
            }
            invocations.add(path + " " + utf8(body));
            return Response.of(200, Optional.ofNullable(articles.poll()).orElseThrow());
        }
        if (target != null && target.startsWith("DynamoDB")) {
            return claims.answer(target, utf8(body));
        }
        if (target != null && target.startsWith("AmazonSSM")) {
            secretCalls.incrementAndGet();
            return Response.of(200, Json.string(Map.of("Parameters", secrets())));
        }
        if (target != null) {
            return sqs(target, body);
        }
        return path.equals("/") ? sns(body) : s3.answer(exchange, path.substring(1), body);
    }

    /// The cover that load-post returns: it starts and ends like a JPEG.
    private static final byte[] COVER = {
        (byte) 0xff, (byte) 0xd8, 1, 2, 3, (byte) 0xff, (byte) 0xd9
    };

    public static byte[] coverImage() {
        return COVER.clone();
    }

    private static Response cover() {
        return Response.of(
                200,
                Json.string(
                        Map.of(
                                "statusCode",
                                200,
                                "body",
                                Base64.getEncoder().encodeToString(COVER),
                                "isBase64Encoded",
                                true)));
    }

    private Response sqs(String target, byte[] body) {
        try {
            if (target.endsWith("GetQueueUrl")) {
                return Response.of(200, "{\"QueueUrl\":\"" + address() + "/1/jobs\"}");
            }
            if (target.endsWith("SendMessage")) {
                String message = Json.tree(utf8(body)).path("MessageBody").asText();
                messages.add(message);
                return Response.of(
                        200,
                        Json.string(Map.of("MessageId", "m", "MD5OfMessageBody", md5(message))));
            }
            return Response.of(200, "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Response sns(byte[] body) {
        Map<String, String> form =
                Arrays.stream(utf8(body).split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        pair -> pair[0],
                                        pair ->
                                                URLDecoder.decode(
                                                        pair[1], StandardCharsets.UTF_8)));
        events.add(Optional.ofNullable(form.get("Message")).orElseThrow());
        return Response.of(
                200,
                "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult>"
                        + "</PublishResponse>");
    }

    private static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// The client checks this hash (SQS, SendMessage).
    private static String md5(String message) {
        try {
            byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
