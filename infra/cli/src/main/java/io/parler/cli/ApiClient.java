package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// A client of the REST API. An error response is thrown as [ProblemException].
final class ApiClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int WAIT_SECONDS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI origin;

    ApiClient(URI origin) {
        this.origin = origin;
    }

    /// The newest post of a feed.
    ///
    /// @param url of the feed or of its site
    JsonNode posts(String url) throws IOException {
        return get("/v1/posts?limit=1&url=" + encoded(url));
    }

    /// The article at a URL; throws if there is none.
    JsonNode article(String url) throws IOException {
        return get("/v1/article?url=" + encoded(url));
    }

    /// The script of a conversion request.
    JsonNode script(JsonNode request) throws IOException {
        return post("/v1/scripts", request);
    }

    /// The price of a conversion request.
    JsonNode quote(JsonNode request) throws IOException {
        return post("/v1/quotes", request);
    }

    /// The voices for a language, or all.
    JsonNode voices(Optional<String> language) throws IOException {
        return get("/v1/voices" + language.map(tag -> "?language=" + encoded(tag)).orElse(""));
    }

    /// Requests a conversion; returns the URL of its state.
    URI convert(JsonNode request, String idempotencyKey) throws IOException {
        JsonNode accepted = post("/v1/conversions", request, "Idempotency-Key", idempotencyKey);
        return origin.resolve("/v1/conversions/" + accepted.path("id").asText());
    }

    private JsonNode post(String path, JsonNode body, String... headers) throws IOException {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return read(send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    /// Waits until a conversion is completed, and returns its state. Throws if it fails.
    ///
    /// @param onUpdate receives each state on the way
    JsonNode await(URI conversion, Consumer<JsonNode> onUpdate) throws IOException {
        Optional<String> etag = Optional.empty();
        while (true) {
            HttpRequest.Builder request = request(conversion + "?wait=" + WAIT_SECONDS);
            etag.ifPresent(tag -> request.header("If-None-Match", tag));
            HttpResponse<String> response =
                    send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 304) {
                continue;
            }
            JsonNode state = read(response);
            etag = response.headers().firstValue("ETag");
            onUpdate.accept(state);
            switch (state.path("status").asText()) {
                case "completed" -> {
                    return state;
                }
                case "failed" -> throw new ProblemException(state.path("error"));
                default -> {}
            }
        }
    }

    /// Downloads the whole file or nothing.
    void download(URI audio, Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        HttpResponse<Path> response =
                send(
                        HttpRequest.newBuilder(audio).timeout(TIMEOUT).build(),
                        HttpResponse.BodyHandlers.ofFile(part));
        if (response.statusCode() != 200) {
            Files.deleteIfExists(part);
            throw new CommandException(audio + " answered " + response.statusCode() + ".");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private JsonNode get(String path) throws IOException {
        return read(send(request(path).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(origin.resolve(path)).timeout(TIMEOUT);
    }

    private JsonNode read(HttpResponse<String> response) throws IOException {
        JsonNode body;
        try {
            body = json.readTree(response.body());
        } catch (IOException _) {
            body = json.createObjectNode();
        }
        if (response.statusCode() / 100 == 2) {
            return body;
        }
        if (body.has("title")) {
            throw new ProblemException(body);
        }
        throw new CommandException(
                response.request().uri().getPath() + " answered " + response.statusCode() + ".");
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(request.uri() + " interrupted");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
