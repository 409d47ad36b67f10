package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A client of the REST API. An error response is thrown as [ProblemException].
final class ApiClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int WAIT_SECONDS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI origin;
    private final @Nullable String key;

    ApiClient(URI origin) {
        this(origin, null);
    }

    /// @param key of the API; an open installation needs none
    ApiClient(URI origin, @Nullable String key) {
        this.origin = origin;
        this.key = key;
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

    /// Follows a blog; returns the subscription with its hook.
    JsonNode follow(JsonNode request) throws IOException {
        return post("/v1/subscriptions", request);
    }

    /// Follows the feeds of an OPML file; returns what became of each.
    JsonNode followAll(byte[] opml) throws IOException {
        return read(
                send(
                        request("/v1/subscriptions")
                                .header("Content-Type", "application/x-opml")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(opml))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
    }

    /// The blogs that are followed, as an OPML file.
    byte[] followedOpml() throws IOException {
        return bytes("/v1/subscriptions.opml");
    }

    /// The body at a path of the API that doesn't answer with JSON, such as a feed.
    byte[] bytes(String path) throws IOException {
        HttpResponse<byte[]> response =
                send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw problem(response, new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /// The blogs that are followed.
    JsonNode subscriptions() throws IOException {
        return get("/v1/subscriptions").path("subscriptions");
    }

    void unfollow(String id) throws IOException {
        JsonNode _ =
                read(
                        send(
                                request("/v1/subscriptions/" + id).DELETE().build(),
                                HttpResponse.BodyHandlers.ofString()));
    }

    /// The account's collections, the newest first.
    JsonNode collections() throws IOException {
        return get("/v1/collections").path("collections");
    }

    JsonNode collection(String id) throws IOException {
        return get("/v1/collections/" + encoded(id));
    }

    JsonNode createCollection(JsonNode request) throws IOException {
        String key = UUID.randomUUID().toString();
        return post("/v1/collections", request, "Idempotency-Key", key);
    }

    JsonNode podcasts() throws IOException {
        return get("/v1/podcasts").path("podcasts");
    }

    JsonNode podcast(String id) throws IOException {
        return get("/v1/podcasts/" + encoded(id));
    }

    /// Approves, pauses, resumes or cancels a collection.
    JsonNode changeCollection(String id, String action) throws IOException {
        byte[] body = json.writeValueAsBytes(json.createObjectNode().put("action", action));
        return read(
                send(
                        request("/v1/collections/" + encoded(id))
                                .header("Content-Type", "application/json")
                                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()));
    }

    /// Requests a conversion; returns the URL of its state.
    URI convert(JsonNode request, String idempotencyKey) throws IOException {
        JsonNode accepted = post("/v1/conversions", request, "Idempotency-Key", idempotencyKey);
        return conversionAddress(accepted.path("id").asText());
    }

    /// The URL of a conversion's state.
    URI conversionAddress(String id) {
        return origin.resolve("/v1/conversions/" + encoded(id));
    }

    /// The state of a conversion.
    JsonNode conversion(String id) throws IOException {
        return get(conversionAddress(id).toString());
    }

    /// Deletes a conversion with its audio.
    void delete(String id) throws IOException {
        HttpRequest request = request(conversionAddress(id).toString()).DELETE().build();
        read(send(request, HttpResponse.BodyHandlers.ofString()));
    }

    /// Reads the library, newest first, to its end or until the visitor returns false.
    void eachLibraryEntry(Predicate<JsonNode> visitor) throws IOException {
        String cursor = "";
        do {
            JsonNode page = get("/v1/library?limit=100" + cursor);
            for (JsonNode entry : page.path("conversions")) {
                if (!visitor.test(entry)) {
                    return;
                }
            }
            cursor =
                    page.has("nextCursor")
                            ? "&cursor=" + encoded(page.path("nextCursor").asText())
                            : "";
        } while (!cursor.isEmpty());
    }

    /// The library's entry of a conversion.
    Optional<JsonNode> libraryEntry(String id) throws IOException {
        AtomicReference<@Nullable JsonNode> found = new AtomicReference<>();
        eachLibraryEntry(
                entry -> {
                    boolean match = entry.path("id").asText().equals(id);
                    if (match) {
                        found.set(entry);
                    }
                    return !match;
                });
        return Optional.ofNullable(found.get());
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
            throw problem(response, "");
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Writes the audio to a stream, such as the standard output.
    void download(URI audio, OutputStream out) throws IOException {
        HttpResponse<InputStream> response =
                send(
                        HttpRequest.newBuilder(audio).timeout(TIMEOUT).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw problem(response, "");
            }
            body.transferTo(out);
            out.flush();
        }
    }

    private JsonNode get(String path) throws IOException {
        return read(send(request(path).build(), HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path)).timeout(TIMEOUT);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private JsonNode read(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw problem(response, response.body());
        }
        return parsed(response.body());
    }

    /// @param body as text; it may have another format than a problem
    private ProblemException problem(HttpResponse<?> response, String body) {
        JsonNode problem = parsed(body);
        int status = response.statusCode();
        return new ProblemException(
                problem.has("title")
                        ? problem
                        : json.createObjectNode()
                                .put("type", "about:blank")
                                .put(
                                        "title",
                                        response.request().uri().getPath()
                                                + " answered "
                                                + status
                                                + "."),
                status);
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (IOException _) {
            return json.createObjectNode();
        }
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
