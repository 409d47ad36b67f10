package io.parler.http;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.problem.Problem;
import io.parler.problem.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// The response of another service's API function.
///
/// @param body uncompressed
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record FunctionResponse(int status, byte[] body) {
    /// As Lambda returns it.
    private record Payload(
            int statusCode,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            boolean isBase64Encoded) {
        FunctionResponse response() {
            String text = body == null ? "" : body;
            byte[] bytes =
                    isBase64Encoded
                            ? Base64.getDecoder().decode(text)
                            : text.getBytes(StandardCharsets.UTF_8);
            boolean compressed = headers != null && "gzip".equals(headers.get("Content-Encoding"));
            return new FunctionResponse(statusCode, compressed ? gunzip(bytes) : bytes);
        }
    }

    private record ProblemJson(
            @Nullable String type, @Nullable String title, @Nullable String detail) {}

    static FunctionResponse of(byte[] payload) throws JacksonException {
        return Json.read(payload, Payload.class).response();
    }

    /// Reads the body.
    ///
    /// @throws UnavailableException when it isn't of this type
    public <T> T json(Class<T> type) {
        try {
            return Json.read(body, type);
        } catch (JacksonException e) {
            throw new UnavailableException("the body of a " + status + " is invalid", e);
        }
    }

    /// The problem that the service reports.
    ///
    /// @throws UnavailableException when the body isn't one
    public Problem problem() {
        ProblemJson problem = json(ProblemJson.class);
        if (problem.type() == null || problem.title() == null) {
            throw new UnavailableException("a " + status + " without a problem");
        }
        String slug = problem.type().substring(problem.type().lastIndexOf('/') + 1);
        String detail = problem.detail() == null ? problem.title() + "." : problem.detail();
        return Problem.of(status, slug, problem.title(), detail);
    }

    private static byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
