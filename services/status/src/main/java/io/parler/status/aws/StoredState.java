package io.parler.status.aws;

import io.parler.status.Failure;
import io.parler.status.Progress;
import io.parler.status.Recording;
import io.parler.status.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A state as the table holds it, in JSON.
record StoredState(
        String status,
        int attempt,
        @Nullable Progress progress,
        @Nullable Recording recording,
        @Nullable Failure failure,
        @Nullable Instant since) {

    static StoredState of(State state) {
        return switch (state) {
            case State.Queued _ -> new StoredState("queued", 0, null, null, null, null);
            case State.Processing at ->
                    new StoredState(
                            "processing", at.attempt(), at.progress(), null, null, at.since());
            case State.Failed at ->
                    new StoredState("failed", at.attempt(), null, null, at.failure(), at.since());
            case State.Completed at ->
                    new StoredState(
                            "completed", at.attempt(), null, at.recording(), null, at.since());
        };
    }

    State state() {
        return switch (status) {
            case "queued" -> new State.Queued();
            case "processing" -> new State.Processing(attempt, progress, requireSince());
            case "failed" ->
                    new State.Failed(attempt, Objects.requireNonNull(failure), requireSince());
            case "completed" ->
                    new State.Completed(attempt, Objects.requireNonNull(recording), requireSince());
            default -> throw new IllegalStateException("unknown status " + status);
        };
    }

    private Instant requireSince() {
        return Objects.requireNonNull(since);
    }
}
