package io.parler.conversion.provider;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.parler.conversion.voice.CallResult;
import io.parler.http.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// A complete response of a provider, and the time it was received.
public record ProviderResponse(int status, HttpHeaders headers, byte[] body, Instant received) {
    private static final String NUMBER = "[0-9]{1,9}";

    public boolean isOk() {
        return status == 200;
    }

    /// Whether the same call may succeed later: there were too many calls, a lock, or a failure of
    /// the provider.
    public boolean isRetryable() {
        return status == 408 || status == 409 || status == 429 || status >= 500;
    }

    /// The delay that the provider asks for (RFC 9110, section 10.2.3; milliseconds are an
    /// extension of OpenAI).
    Optional<Duration> retryAfter() {
        return header("retry-after-ms")
                .filter(ms -> ms.matches(NUMBER))
                .map(ms -> Duration.ofMillis(Long.parseLong(ms)))
                .or(() -> header("retry-after").flatMap(this::secondsOrDate));
    }

    private Optional<Duration> secondsOrDate(String value) {
        if (value.matches(NUMBER)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            Instant until =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(received, until)).filter(Duration::isPositive);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name).map(String::strip);
    }

    /// A missing node if the body is not JSON.
    public JsonNode json() {
        try {
            return Json.tree(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }

    public <T> CallResult<T> busy(String code) {
        return new CallResult.Busy<>(status + " " + code, retryAfter());
    }
}
