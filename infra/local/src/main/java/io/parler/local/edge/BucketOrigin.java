package io.parler.local.edge;

import io.parler.local.stack.AwsRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Serves the objects of a bucket as CloudFront does: signed requests, streaming, ranges.
final class BucketOrigin implements Origin {
    private static final List<String> REQUEST_HEADERS =
            List.of(
                    "range",
                    "if-none-match",
                    "if-match",
                    "if-modified-since",
                    "if-unmodified-since");
    private static final List<String> RESPONSE_HEADERS =
            List.of(
                    "Accept-Ranges",
                    "Cache-Control",
                    "Content-Disposition",
                    "Content-Encoding",
                    "Content-Language",
                    "Content-Range",
                    "Content-Type",
                    "ETag",
                    "Last-Modified");

    private final HttpClient http;
    private final URI s3;
    private final String bucket;
    private final AwsRequest requests;

    BucketOrigin(HttpClient http, URI s3, String bucket, Clock clock) {
        this.http = http;
        this.s3 = s3;
        this.bucket = bucket;
        this.requests = new AwsRequest("s3", clock);
    }

    @Override
    public Response answer(Request request, String rawPath) throws IOException {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return problem(request, 405, "Only GET and HEAD are allowed.");
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String name : REQUEST_HEADERS) {
            request.header(name).ifPresent(value -> conditions.put(name, value));
        }
        URI object = s3.resolve("/" + bucket + encoded(Request.decoded(rawPath)));
        HttpResponse<InputStream> response = send(request.method(), object, conditions);
        if (response.statusCode() >= 400) {
            response.body().close();
            return refused(request, response);
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String name : RESPONSE_HEADERS) {
            response.headers().firstValue(name).ifPresent(v -> headers.add(Map.entry(name, v)));
        }
        long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
        return new Response(response.statusCode(), headers, response.body(), length);
    }

    /// The refusal of S3, which would be XML.
    private static Response refused(Request request, HttpResponse<?> response) {
        int status = response.statusCode();
        String detail =
                switch (status) {
                    case 404 -> "There is no file at this address.";
                    case 412 -> "The file is not the one that the request is about.";
                    case 416 -> "The file has no such range.";
                    default -> "The file can't be read.";
                };
        Response problem = problem(request, status, detail);
        return response.headers()
                .firstValue("Content-Range")
                .map(range -> problem.with("Content-Range", range))
                .orElse(problem);
    }

    private static Response problem(Request request, int status, String detail) {
        return EdgeProblem.response(status, detail, request.correlationId());
    }

    private HttpResponse<InputStream> send(String method, URI object, Map<String, String> headers)
            throws IOException {
        try {
            return http.send(
                    requests.signed(method, object, headers, new byte[0])
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(object + " interrupted");
        }
    }

    /// The path encoded as S3 does, because the signature covers it.
    private static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> URLEncoder.encode(segment, StandardCharsets.UTF_8))
                .map(s -> s.replace("+", "%20").replace("*", "%2A").replace("%7E", "~"))
                .collect(Collectors.joining("/"));
    }
}
