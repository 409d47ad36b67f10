package io.parler.local.trace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invocation of a function, as far as it belongs to one trace.
///
/// @param end null while it runs
/// @param failure the message of the error that ended it
/// @param entries what it has logged for the trace
record TracedInvocation(
        String function,
        String requestId,
        Instant start,
        @Nullable Instant end,
        @Nullable String failure,
        List<LogEntry> entries) {
    TracedInvocation {
        entries = List.copyOf(entries);
    }

    boolean hasFailed() {
        return failure != null || entries.stream().anyMatch(LogEntry::isError);
    }
}
