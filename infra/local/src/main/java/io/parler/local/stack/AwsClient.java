package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/// Calls the AWS APIs that create resources, in their three protocols.
final class AwsClient {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final Clock clock;

    AwsClient(HttpClient http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    /// The JSON protocol: DynamoDB, SQS, SSM. An error response is thrown as `AwsError`.
    JsonNode json(URI endpoint, String service, String target, ObjectNode body) {
        String version = service.equals("ssm") ? "1.1" : "1.0";
        Map<String, String> headers =
                Map.of("content-type", "application/x-amz-json-" + version, "x-amz-target", target);
        try {
            HttpResponse<String> response =
                    send(service, "POST", root(endpoint), headers, JSON.writeValueAsBytes(body));
            String text = response.body().isBlank() ? "{}" : response.body();
            if (response.statusCode() / 100 == 2) {
                return JSON.readTree(text);
            }
            JsonNode error = JSON.readTree(text);
            throw new AwsError(
                    target,
                    error.path("__type").asText(),
                    error.path("message").asText(error.path("Message").asText(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(target + ": " + e.getMessage(), e);
        }
    }

    /// The query protocol: SNS. Returns the XML of the response.
    String query(URI endpoint, String service, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                send(
                        service,
                        "POST",
                        root(endpoint),
                        Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                        body.getBytes(StandardCharsets.UTF_8));
        if (response.statusCode() / 100 != 2) {
            throw new AwsError(form.get("Action") + "", "", response.body());
        }
        return response.body();
    }

    /// The REST protocol: S3. Returns the status.
    int rest(String method, URI uri) {
        return send("s3", method, uri, Map.of(), new byte[0]).statusCode();
    }

    private HttpResponse<String> send(
            String service, String method, URI uri, Map<String, String> headers, byte[] body) {
        try {
            return http.send(
                    new AwsRequest(service, clock)
                            .signed(method, uri, headers, body)
                            .timeout(Duration.ofSeconds(30))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(uri + " interrupted"));
        } catch (IOException e) {
            throw new UncheckedIOException("no response from " + root(uri), e);
        }
    }

    private static URI root(URI endpoint) {
        return endpoint.resolve("/");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// An error response of an AWS API.
    static final class AwsError extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String code;
        private final String detail;

        AwsError(String call, String code, String detail) {
            super(call + ": " + code + " " + detail);
            this.code = code;
            this.detail = detail;
        }

        boolean hasCode(String part) {
            return code.contains(part);
        }

        boolean mentions(String words) {
            return detail.contains(words);
        }
    }
}
