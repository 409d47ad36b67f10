package io.parler.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// Parler's REST API as anybody on the web has it.
final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Api(URI origin) {
        this.origin = origin;
    }

    /// A path of the suite, or a whole address that it gave.
    Answer get(String pathOrAddress, String... headers) {
        return send("GET", pathOrAddress, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    Answer send(
            String method,
            String pathOrAddress,
            HttpRequest.BodyPublisher body,
            String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(origin.resolve(pathOrAddress))
                        .timeout(Duration.ofSeconds(60))
                        .method(method, body);
        if (method.startsWith("P")) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + pathOrAddress, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer article(String url) {
        return get("/v1/article?url=" + encoded(url));
    }

    Answer posts(String url) {
        return get("/v1/posts?url=" + encoded(url));
    }

    /// Asks for a post; the answer is whatever it is.
    Answer request(String url, String... headers) {
        return post("/v1/conversions", body("url", url), headers);
    }

    Answer requestText(String title, String text, String... headers) {
        return post("/v1/conversions", body("title", title, "text", text), headers);
    }

    /// A request's body with these names and values in its source.
    static String body(String... source) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode fields = body.putObject("source");
        for (int i = 0; i < source.length; i += 2) {
            fields.put(source[i], source[i + 1]);
        }
        return body.toString();
    }

    /// The conversion as it stands, when it has changed or after `seconds`.
    JsonNode state(String id, int seconds) {
        Answer answer = get("/v1/conversions/" + id + "?wait=" + seconds);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }

    /// The conversion once it is completed or failed.
    JsonNode ended(String id) {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonNode state = state(id, 0);
        while (!state.path("status").asText().matches("completed|failed")) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("after " + PATIENCE + " still " + state);
            }
            state = state(id, 10);
        }
        return state;
    }

    /// Converts a post, and fails unless there is audio in the end.
    JsonNode converted(String url) {
        return completed(accepted(request(url)));
    }

    JsonNode completed(String id) {
        JsonNode end = ended(id);
        if (!end.path("status").asText().equals("completed")) {
            throw new AssertionError("no audio: " + end);
        }
        return end;
    }

    /// The id of an accepted request; anything else is a failure.
    static String accepted(Answer answer) {
        if (answer.status() != 202) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().path("id").asText();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
