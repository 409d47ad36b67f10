package io.parler.local.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A line that a function has logged for a request.
///
/// @param fields what the line says beside its time, level and message, as text
record LogEntry(Instant at, String level, String message, Map<String, String> fields) {
    /// What each line has, or the page shows elsewhere.
    private static final Set<String> COMMON =
            Set.of(
                    "timestamp",
                    "level",
                    "message",
                    "logger",
                    "service",
                    "function",
                    "requestId",
                    "correlationId");

    /// @param now the time, if the line has none that can be read
    static LogEntry of(JsonNode line, Instant now) {
        Map<String, String> fields = new TreeMap<>();
        line.properties()
                .forEach(
                        field -> {
                            if (!COMMON.contains(field.getKey())) {
                                fields.put(field.getKey(), text(field.getValue()));
                            }
                        });
        return new LogEntry(
                time(line.path("timestamp").asText(), now),
                line.path("level").asText("INFO"),
                line.path("message").asText(),
                fields);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static Instant time(String text, Instant otherwise) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    boolean isError() {
        return level.equals("ERROR");
    }
}
