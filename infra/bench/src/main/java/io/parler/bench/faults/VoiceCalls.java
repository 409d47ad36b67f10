package io.parler.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// The calls that the voice bills, and which of them were paid twice, and why.
final class VoiceCalls {
    /// A call that took longer was given up by the worker, which has made it again.
    private final Duration timeout;

    private final Map<UUID, List<Call>> byText = new HashMap<>();

    /// The invocations of which a call was billed, or is under way, whose audio is not stored.
    private final Map<String, Integer> unsaved = new HashMap<>();

    /// The objects that were stored, so that a repeated request counts once.
    private final Set<String> stored = new HashSet<>();

    private final Set<String> killed = new HashSet<>();

    VoiceCalls(Duration timeout) {
        this.timeout = timeout;
    }

    /// How the voice's bill comes about.
    ///
    /// @param calls the number of billed calls
    /// @param characters the characters of all texts, each counted once
    /// @param repeated the billed calls for a text that was billed before
    /// @param repeatedAfterKill those of them whose first call was in flight at a kill
    /// @param repeatedAfterTimeout those of them whose first call took too long
    record Bill(
            int calls,
            long characters,
            int repeated,
            int repeatedAfterKill,
            int repeatedAfterTimeout) {
        int unexplained() {
            return repeated - repeatedAfterKill - repeatedAfterTimeout;
        }
    }

    /// A call to the voice, or to the bucket where its audio is stored.
    final class Call {
        private final boolean isBilled;
        private final String storedObject;
        private final String invocation;
        private final UUID text;
        private final long start = System.nanoTime();
        private long characters;
        private Duration time = Duration.ZERO;

        private Call(boolean isBilled, String storedObject, String invocation, UUID text) {
            this.isBilled = isBilled;
            this.storedObject = storedObject;
            this.invocation = invocation;
            this.text = text;
        }

        void answered(int status, String requestCharacters) {
            synchronized (VoiceCalls.this) {
                time = Duration.ofNanos(System.nanoTime() - start);
                if (isBilled && status == 200) {
                    characters = Long.parseLong(requestCharacters);
                    byText.computeIfAbsent(text, _ -> new ArrayList<>()).add(this);
                } else if (isBilled || (status == 200 && stores())) {
                    unsaved.merge(invocation, -1, Integer::sum);
                }
            }
        }

        private boolean stores() {
            return !storedObject.isEmpty() && stored.add(invocation + storedObject);
        }
    }

    Call started(Service service, HttpExchange exchange, byte[] body) {
        String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String trace =
                Objects.requireNonNullElse(
                        exchange.getRequestHeaders().getFirst("X-Amzn-Trace-Id"), "");
        boolean isBilled = service == Service.POLLY && line.startsWith("POST /v1/speech");
        boolean isStoring =
                service == Service.S3
                        && line.startsWith("PUT ")
                        && line.contains("/chunks/")
                        && line.contains(".json");
        String invocation = trace.replaceFirst(";.*", "");
        if (isBilled) {
            synchronized (this) {
                unsaved.merge(invocation, 1, Integer::sum);
            }
        }
        return new Call(
                isBilled,
                isStoring ? line : "",
                invocation,
                UUID.nameUUIDFromBytes(isBilled ? body : "".getBytes(StandardCharsets.UTF_8)));
    }

    /// A worker has been killed: what was in flight may be billed again.
    synchronized void killed() {
        unsaved.forEach(
                (invocation, count) -> {
                    if (count > 0) {
                        killed.add(invocation);
                    }
                });
    }

    synchronized Bill bill() {
        int calls = 0;
        long characters = 0;
        int afterKill = 0;
        int afterTimeout = 0;
        for (List<Call> sameText : byText.values()) {
            calls += sameText.size();
            characters += sameText.getFirst().characters;
            for (Call earlier : sameText.subList(0, sameText.size() - 1)) {
                if (killed.contains(earlier.invocation)) {
                    afterKill++;
                } else if (earlier.time.compareTo(timeout) >= 0) {
                    afterTimeout++;
                }
            }
        }
        return new Bill(calls, characters, calls - byText.size(), afterKill, afterTimeout);
    }
}
