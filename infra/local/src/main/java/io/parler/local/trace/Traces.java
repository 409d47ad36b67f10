package io.parler.local.trace;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The latest invocations, and which belong together. A function says so itself: each line of its
/// log is JSON with a `requestId`, that of the invocation or of API Gateway, and the
/// `correlationId` of the request that caused it.
public final class Traces {
    private static final int MAX_INVOCATIONS = 2_000;

    /// Of one invocation; a loop that logs must not fill the memory.
    private static final int MAX_ENTRIES = 100;

    private final ObjectMapper json = new ObjectMapper();
    private final InstantSource clock;

    /// In the order of their start.
    private final Map<Key, InvocationRecord> records = new LinkedHashMap<>();

    /// The invocations by API Gateway, by its request id.
    private final Map<Key, Key> ofGateway = new HashMap<>();

    public Traces(InstantSource clock) {
        this.clock = clock;
    }

    /// API Gateway calls an authorizer and a function with the same request id.
    private record Key(String function, String requestId) {}

    private static final class InvocationRecord {
        private final Key key;
        private final Optional<Key> gatewayKey;
        private final Instant start;
        private @Nullable Instant end;
        private @Nullable String failure;
        private int size;
        private final Map<String, List<LogEntry>> entries = new LinkedHashMap<>();

        private InvocationRecord(Key key, Optional<Key> gatewayKey, Instant start) {
            this.key = key;
            this.gatewayKey = gatewayKey;
            this.start = start;
        }

        private TracedInvocation of(String correlationId) {
            return new TracedInvocation(
                    key.function(),
                    key.requestId(),
                    start,
                    end,
                    failure,
                    entries.getOrDefault(correlationId, List.of()));
        }
    }

    /// An invocation begins.
    ///
    /// @param event what the function is invoked with
    public void started(String function, String requestId, byte[] event) {
        Key key = new Key(function, requestId);
        Optional<Key> gatewayKey = gatewayId(event).map(id -> new Key(function, id));
        synchronized (this) {
            records.put(key, new InvocationRecord(key, gatewayKey, clock.instant()));
            gatewayKey.ifPresent(id -> ofGateway.put(id, key));
            if (records.size() > MAX_INVOCATIONS) {
                Iterator<InvocationRecord> oldest = records.values().iterator();
                oldest.next().gatewayKey.ifPresent(ofGateway::remove);
                oldest.remove();
            }
        }
    }

    /// `requestContext.requestId` of an HTTP API's event.
    private Optional<String> gatewayId(byte[] event) {
        try (JsonParser parser = json.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("requestContext");
                parser.nextToken();
                if (found) {
                    String id = json.<JsonNode>readTree(parser).path("requestId").asText();
                    return Optional.of(id).filter(text -> !text.isEmpty());
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not JSON
        }
    }

    /// An invocation has ended.
    ///
    /// @param failure the error's message, if it failed
    public synchronized void ended(String function, String requestId, @Nullable String failure) {
        InvocationRecord found = records.get(new Key(function, requestId));
        if (found != null) {
            found.end = clock.instant();
            found.failure = failure;
        }
    }

    /// A function has logged a line. What is not JSON, or names no request, is ignored.
    public void logged(String function, String line) {
        if (!line.startsWith("{")) {
            return;
        }
        JsonNode fields;
        try {
            fields = json.readTree(line);
        } catch (JsonProcessingException e) {
            return;
        }
        String correlationId = fields.path("correlationId").asText();
        if (correlationId.isEmpty()) {
            return;
        }
        Key key = new Key(function, fields.path("requestId").asText());
        LogEntry entry = LogEntry.of(fields, clock.instant());
        synchronized (this) {
            InvocationRecord found = records.get(ofGateway.getOrDefault(key, key));
            if (found != null && found.size < MAX_ENTRIES) {
                found.entries.computeIfAbsent(correlationId, _ -> new ArrayList<>()).add(entry);
                found.size++;
            }
        }
    }

    /// The latest traces, newest first.
    synchronized List<Trace> latest() {
        Map<String, List<TracedInvocation>> byId = new LinkedHashMap<>();
        for (InvocationRecord one : records.values()) {
            for (String id : one.entries.keySet()) {
                byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(one.of(id));
            }
        }
        return byId.entrySet().stream()
                .map(trace -> new Trace(trace.getKey(), trace.getValue()))
                .sorted(Comparator.comparing(Trace::start).reversed())
                .toList();
    }

    synchronized Optional<Trace> get(String id) {
        List<TracedInvocation> invocations =
                records.values().stream()
                        .filter(one -> one.entries.containsKey(id))
                        .map(one -> one.of(id))
                        .toList();
        return invocations.isEmpty() ? Optional.empty() : Optional.of(new Trace(id, invocations));
    }
}
