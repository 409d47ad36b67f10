package io.parler.e2e.suite;

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
import java.util.Optional;
import org.awaitility.Awaitility;

/// A client of Parler's public REST API.
public final class ApiClient {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RETRIES = 10;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();

    public ApiClient(URI origin) {
        this.origin = origin;
    }

    /// A path of the suite, or a complete URL from a response. On a busy machine the authorizer may
    /// exceed its time limit, so a request that API Gateway could not answer is sent again.
    public ApiResponse get(String pathOrAddress, String... headers) {
        return send("GET", pathOrAddress, BodyPublishers.noBody(), headers);
    }

    public ApiResponse post(String path, String body, String... headers) {
        return send("POST", path, BodyPublishers.ofString(body), headers);
    }

    public ApiResponse put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    public ApiResponse send(
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
            ApiResponse answer =
                    new ApiResponse(http.send(request.build(), BodyHandlers.ofByteArray()));
            for (int again = 0; again < RETRIES && answer.isTemporary(); again++) {
                System.out.println("sent again: " + answer);
                Thread.sleep(RETRY_DELAY);
                answer = new ApiResponse(http.send(request.build(), BodyHandlers.ofByteArray()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + pathOrAddress, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public ApiResponse article(String url) {
        return get("/v1/article?url=" + encoded(url));
    }

    public ApiResponse posts(String url) {
        return get("/v1/posts?url=" + encoded(url));
    }

    /// Requests a conversion and returns the response, whatever its status.
    public ApiResponse request(String url, String... headers) {
        return post("/v1/conversions", body("url", url), headers);
    }

    public ApiResponse requestText(String title, String text, String... headers) {
        return post("/v1/conversions", body("title", title, "text", text), headers);
    }

    /// A request body whose source has these names and values.
    public static String body(String... source) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode fields = body.putObject("source");
        for (int i = 0; i < source.length; i += 2) {
            fields.put(source[i], source[i + 1]);
        }
        return body.toString();
    }

    /// The state of the conversion, as soon as it changes or after `seconds`. Waits for its first
    /// event: without it, an id that is older than half a minute is unknown.
    public JsonNode state(String id, int seconds) {
        ApiResponse answer =
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .until(
                                () -> get("/v1/conversions/" + id + "?wait=" + seconds),
                                response -> response.status() != 404);
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.json();
    }

    /// Waits until the conversion is completed or failed.
    public JsonNode ended(String id) {
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

    /// Waits until the library shows that the conversion has ended, which it learns by itself.
    public void awaitInLibrary(String id) {
        Awaitility.await("the end of " + id + " in the library")
                .atMost(PATIENCE)
                .until(() -> inLibrary(id).filter(status -> !status.equals("running")).isPresent());
    }

    public void awaitGoneFromLibrary(String id) {
        Awaitility.await(id + " no longer in the library")
                .atMost(PATIENCE)
                .until(() -> inLibrary(id).isEmpty());
    }

    /// The status of one of the newest conversions as the library shows it.
    private Optional<String> inLibrary(String id) {
        for (JsonNode entry : get("/v1/library?limit=100").json().path("conversions")) {
            if (entry.path("id").asText().equals(id)) {
                return Optional.of(entry.path("status").asText());
            }
        }
        return Optional.empty();
    }

    /// Converts a post. Fails if there is no audio in the end.
    public JsonNode converted(String url) {
        return completed(accepted(request(url)));
    }

    public JsonNode completed(String id) {
        JsonNode end = ended(id);
        if (!end.path("status").asText().equals("completed")) {
            throw new AssertionError("no audio: " + end);
        }
        return end;
    }

    /// The id of an accepted request. Fails for any other response.
    public static String accepted(ApiResponse answer) {
        if (answer.status() != 202) {
            throw new AssertionError(answer.toString());
        }
        return answer.json().path("id").asText();
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
