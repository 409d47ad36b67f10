package io.parler.status;

import java.time.Instant;
import java.util.Optional;

/// What is known of one conversion. `asked` is empty until its request was heard of.
public record Conversion(ConversionId id, Optional<Asked> asked, State state) {

    /// One that nothing was heard of yet.
    static Conversion queued(ConversionId id) {
        return new Conversion(id, Optional.empty(), new State.Queued());
    }

    public Instant createdAt() {
        return id.createdAt();
    }

    public Instant updatedAt() {
        return switch (state) {
            case State.Queued _ -> createdAt();
            case State.Processing processing -> processing.since();
            case State.Failed failed -> failed.since();
            case State.Completed completed -> completed.since();
        };
    }

    /// How often it was begun, as far as is known.
    int attempt() {
        return state.position().attempt();
    }
}
