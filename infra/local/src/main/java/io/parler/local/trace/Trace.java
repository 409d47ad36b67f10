package io.parler.local.trace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All invocations that one request has caused.
///
/// @param id the correlation id
/// @param invocations by their start, at least one
record Trace(String id, List<TracedInvocation> invocations) {
    Trace {
        invocations =
                invocations.stream().sorted(Comparator.comparing(TracedInvocation::start)).toList();
    }

    Instant start() {
        return invocations.getFirst().start();
    }

    /// When the last invocation ended; null while one runs.
    @Nullable Instant end() {
        if (invocations.stream().anyMatch(one -> one.end() == null)) {
            return null;
        }
        return invocations.stream()
                .map(one -> Objects.requireNonNull(one.end()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    long functions() {
        return invocations.stream().map(TracedInvocation::function).distinct().count();
    }

    boolean hasFailed() {
        return invocations.stream().anyMatch(TracedInvocation::hasFailed);
    }

    /// The route of the request that began it, or the first function.
    String title() {
        return invocations.stream()
                .flatMap(one -> one.entries().stream())
                .map(entry -> entry.fields().get("route"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(invocations.getFirst().function());
    }

    /// The ids of things that its functions name in their logs, such as `orderId`; those of which
    /// there is one.
    Map<String, String> ids() {
        Map<String, Set<String>> ids = new TreeMap<>();
        for (TracedInvocation one : invocations) {
            for (LogEntry entry : one.entries()) {
                entry.fields()
                        .forEach(
                                (name, value) -> {
                                    if (name.endsWith("Id")) {
                                        ids.computeIfAbsent(name, _ -> new HashSet<>()).add(value);
                                    }
                                });
            }
        }
        Map<String, String> single = new TreeMap<>();
        ids.forEach(
                (name, values) -> {
                    if (values.size() == 1) {
                        single.put(name, values.iterator().next());
                    }
                });
        return single;
    }

    /// Whether a text is its id, or occurs in what its functions have logged.
    boolean mentions(String text) {
        return id.equals(text)
                || title().contains(text)
                || invocations.stream()
                        .flatMap(one -> one.entries().stream())
                        .anyMatch(
                                entry ->
                                        entry.message().contains(text)
                                                || entry.fields().values().stream()
                                                        .anyMatch(value -> value.contains(text)));
    }
}
