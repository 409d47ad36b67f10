package io.parler.e2e.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/// A response of the suite.
public record ApiResponse(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /// The value of a header; empty if it is missing.
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Whether the same request may succeed later: a service is unavailable, or a function exceeded
    /// its time limit, of which API Gateway says no more.
    boolean isTemporary() {
        return status() == 503
                || (status() == 500 && text().equals("{\"message\":\"Internal Server Error\"}"));
    }

    /// The slug of the problem; empty if the response is not a problem.
    public String problem() {
        return header("content-type").startsWith("application/problem+json")
                ? json().path("type").asText().replaceFirst("^/problems/", "")
                : "";
    }

    /// For messages of failed assertions: the status and the start of the body.
    @Override
    public String toString() {
        String text = text();
        return response.request().method()
                + " "
                + response.uri()
                + " → "
                + status()
                + " "
                + text.substring(0, Math.min(500, text.length()));
    }
}
