package io.parler.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// A client of Parler's REST API.
public final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_ATTEMPTS = 50;
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final URI origin;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Api(URI origin) {
        this.origin = origin;
    }

    /// A response; the caller reads what it needs of its bytes.
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Response(int status, byte[] body) {
        public JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The suite is busy, or the same request is still being handled.
        private boolean isTemporary() {
            return status >= 500 || status == 409;
        }
    }

    public URI origin() {
        return origin;
    }

    /// A path of the suite, or a complete address.
    public Response get(String address, String... headers)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(origin.resolve(address)).GET(), headers);
    }

    public Response post(String path, String json, String... headers)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(origin.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                headers);
    }

    /// A successful response. What a busy suite can't answer is sent again.
    ///
    /// @throws IOException for any other response
    public Response getOk(String address, String... headers)
            throws IOException, InterruptedException {
        return retried(address, () -> get(address, headers));
    }

    /// As [#getOk]. The request needs an `Idempotency-Key` if nothing may be done twice.
    public Response postOk(String path, String json, String... headers)
            throws IOException, InterruptedException {
        return retried(path, () -> post(path, json, headers));
    }

    /// The final state of a conversion. A busy suite may not know it before its first event.
    ///
    /// @throws IOException when it has not ended by then
    public JsonNode ended(String id, Instant deadline, String... headers)
            throws IOException, InterruptedException {
        while (true) {
            Response response = get("/v1/conversions/" + id + "?wait=20", headers);
            if (response.status() == 200
                    && response.json().path("status").asText().matches("completed|failed")) {
                return response.json();
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(id + " has not ended: " + response.text());
            }
            if (response.status() != 200) {
                Thread.sleep(RETRY_DELAY);
            }
        }
    }

    @FunctionalInterface
    private interface Attempt {
        Response run() throws IOException, InterruptedException;
    }

    private static Response retried(String address, Attempt attempt)
            throws IOException, InterruptedException {
        Response response = attempt.run();
        for (int i = 1; i < MAX_ATTEMPTS && response.isTemporary(); i++) {
            Thread.sleep(RETRY_DELAY);
            response = attempt.run();
        }
        if (response.status() / 100 != 2) {
            throw new IOException(
                    address + " answered " + response.status() + ": " + response.text());
        }
        return response;
    }

    private Response send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<byte[]> response =
                http.send(
                        request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Response(response.statusCode(), response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
