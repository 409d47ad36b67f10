package io.parler.http;

import io.parler.problem.Problem;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A response.
///
/// @param waited how long the caller wanted to wait for a change; not counted as our own time
public record Response(int status, Map<String, String> headers, byte[] body, Duration waited) {
    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType), body, Duration.ZERO);
    }

    public static Response json(int status, Object value) {
        return of(status, "application/json", Json.bytes(value));
    }

    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0], Duration.ZERO);
    }

    /// The response for a problem.
    public static Response of(Problem problem, Request request) {
        return of(
                problem.status(),
                "application/problem+json",
                Json.bytes(ProblemBody.of(problem, request.requestId())));
    }

    /// The same request may succeed in a few seconds.
    public static Response unavailable(Request request) {
        String detail = "Send the same request again in a few seconds.";
        return of(Problem.of(ProblemType.UNAVAILABLE, detail), request).header("Retry-After", "5");
    }

    /// The account has made too many requests in this minute.
    ///
    /// @param detail which limit it is, in sentences
    public static Response tooManyRequests(
            MinuteLimit.Exceeded limit, String detail, Request request) {
        String seconds = limit.retryAfter();
        return of(
                        Problem.of(
                                ProblemType.TOO_MANY_REQUESTS,
                                detail + " The next minute begins in " + seconds + " s."),
                        request)
                .header("Retry-After", seconds);
    }

    /// This response with one more header.
    public Response header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, more, body, waited);
    }

    /// This response after a wait.
    public Response afterWaiting(Duration wait) {
        return new Response(status, headers, body, wait);
    }

    boolean isText() {
        String type = headers.getOrDefault("Content-Type", "text/plain");
        return type.startsWith("text/")
                || type.contains("json")
                || type.contains("xml")
                || type.contains("javascript");
    }
}
