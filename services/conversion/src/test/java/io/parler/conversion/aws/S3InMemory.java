package io.parler.conversion.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A fake of S3 with its wire protocol: objects and multipart uploads. A key starts with the
/// bucket.
public final class S3InMemory {
    /// A stored object.
    public record StoredObject(byte[] content, Map<String, String> headers) {}

    /// The time at which all objects were written.
    public static final Instant LAST_MODIFIED = Instant.parse("2026-11-20T10:00:00Z");

    private final Map<String, StoredObject> objects = new ConcurrentSkipListMap<>();
    private final Map<String, StoredObject> uploads = new ConcurrentSkipListMap<>();
    private final List<String> aborted = new CopyOnWriteArrayList<>();

    public void put(String key, byte[] content) {
        objects.put(key, new StoredObject(content, Map.of()));
    }

    public StoredObject object(String key) {
        return Optional.ofNullable(objects.get(key)).orElseThrow();
    }

    public void delete(String key) {
        objects.remove(key);
    }

    public boolean holds(String key) {
        return objects.containsKey(key);
    }

    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    public List<String> aborted() {
        return List.copyOf(aborted);
    }

    public AwsInMemory.Response answer(HttpExchange exchange, String key, byte[] body) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        Map<String, String> headers =
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst()));
        byte[] content = isChunked(headers) ? unchunked(body) : body;
        return switch (exchange.getRequestMethod()) {
            case "GET" -> query.startsWith("list-type=2") ? list(key, query) : get(key);
            case "PUT" -> {
                String name = query.isEmpty() ? key : key + "?" + part(query);
                (query.isEmpty() ? objects : uploads).put(name, new StoredObject(content, headers));
                yield new AwsInMemory.Response(200, Map.of("ETag", "\"e\""), new byte[0]);
            }
            case "POST" -> {
                if (query.startsWith("delete")) {
                    yield deleteAll(key, content);
                }
                yield query.startsWith("uploads") ? begin(key, headers) : complete(key);
            }
            case "HEAD" -> new AwsInMemory.Response(get(key).status(), Map.of(), new byte[0]);
            case "DELETE" -> delete(key, query);
            default -> throw new IllegalStateException(exchange.getRequestMethod());
        };
    }

    private AwsInMemory.Response delete(String key, String query) {
        if (query.isEmpty()) {
            objects.remove(key);
        } else {
            aborted.add(key);
        }
        return AwsInMemory.Response.of(204, "");
    }

    /// All keys at once.
    private AwsInMemory.Response list(String bucket, String query) {
        String prefix = bucket + "/" + query.replaceAll(".*prefix=([^&]*).*", "$1");
        return AwsInMemory.Response.of(
                200,
                objects.keySet().stream()
                        .filter(key -> key.startsWith(prefix))
                        .map(key -> key.substring(bucket.length() + 1))
                        .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                        .collect(
                                Collectors.joining(
                                        "", "<ListBucketResult>", "</ListBucketResult>")));
    }

    private AwsInMemory.Response deleteAll(String bucket, byte[] body) {
        Matcher keys =
                Pattern.compile("<Key>([^<]*)</Key>")
                        .matcher(new String(body, StandardCharsets.UTF_8));
        while (keys.find()) {
            objects.remove(bucket + "/" + keys.group(1));
        }
        return AwsInMemory.Response.of(200, "<DeleteResult></DeleteResult>");
    }

    private static String part(String query) {
        return query.replaceAll(".*partNumber=(\\d+).*", "$1");
    }

    private AwsInMemory.Response get(String key) {
        StoredObject object = objects.get(key);
        return object == null
                ? AwsInMemory.Response.of(404, "<Error><Code>NoSuchKey</Code></Error>")
                : new AwsInMemory.Response(
                        200,
                        Map.of(
                                "Last-Modified",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        LAST_MODIFIED.atOffset(ZoneOffset.UTC)),
                                "ETag",
                                "\"e\""),
                        object.content());
    }

    private AwsInMemory.Response begin(String key, Map<String, String> headers) {
        uploads.put(key, new StoredObject(new byte[0], headers));
        return AwsInMemory.Response.of(
                200,
                "<InitiateMultipartUploadResult><UploadId>u</UploadId>"
                        + "</InitiateMultipartUploadResult>");
    }

    private AwsInMemory.Response complete(String key) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int part = 1; uploads.containsKey(key + "?" + part); part++) {
            Optional.ofNullable(uploads.get(key + "?" + part))
                    .ifPresent(object -> all.writeBytes(object.content()));
        }
        Map<String, String> headers = Optional.ofNullable(uploads.get(key)).orElseThrow().headers();
        objects.put(key, new StoredObject(all.toByteArray(), headers));
        return AwsInMemory.Response.of(
                200,
                "<CompleteMultipartUploadResult><ETag>e</ETag></CompleteMultipartUploadResult>");
    }

    private static boolean isChunked(Map<String, String> headers) {
        return headers.getOrDefault("X-amz-content-sha256", "").startsWith("STREAMING");
    }

    /// The content of an aws-chunked body: sizes in hexadecimal, then a trailer.
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            String line = new String(body, at, lineEnd - at, StandardCharsets.US_ASCII);
            int size = Integer.parseInt(line.split(";", 2)[0], 16);
            if (size == 0) {
                return content.toByteArray();
            }
            content.write(body, lineEnd + 2, size);
            at = lineEnd + 2 + size + 2;
        }
    }
}
