package io.parler.status.aws;

import io.parler.status.Audiobook;
import io.parler.status.ConversionProblem;
import io.parler.status.Progress;
import io.parler.status.State;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A state in the table, as JSON; `recording` and `failure` are the names of stored members.
record StoredState(
        String status,
        int attempt,
        @Nullable Progress progress,
        @Nullable Audiobook recording,
        @Nullable ConversionProblem failure,
        @Nullable Instant since) {

    static StoredState of(State state) {
        return switch (state) {
            case State.Queued _ -> new StoredState("queued", 0, null, null, null, null);
            case State.Processing at ->
                    new StoredState(
                            "processing", at.attempt(), at.progress(), null, null, at.since());
            case State.Failed at ->
                    new StoredState("failed", at.attempt(), null, null, at.problem(), at.since());
            case State.Deleted at -> new StoredState("deleted", 0, null, null, null, at.since());
            case State.Completed at ->
                    new StoredState(
                            "completed", at.attempt(), null, at.audiobook(), null, at.since());
        };
    }

    State toDomain() {
        return switch (status) {
            case "queued" -> new State.Queued();
            case "processing" -> new State.Processing(attempt, progress, requireSince());
            case "failed" ->
                    new State.Failed(attempt, Objects.requireNonNull(failure), requireSince());
            case "completed" ->
                    new State.Completed(attempt, Objects.requireNonNull(recording), requireSince());
            case "deleted" -> new State.Deleted(requireSince());
            default -> throw new IllegalStateException("unknown status " + status);
        };
    }

    private Instant requireSince() {
        return Objects.requireNonNull(since);
    }
}
