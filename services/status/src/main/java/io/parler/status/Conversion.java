package io.parler.status;

import io.parler.id.ConversionId;
import java.time.Instant;
import java.util.Optional;

/// A conversion. `request` is empty until the event of its request was recorded.
public record Conversion(ConversionId id, Optional<RequestSummary> request, State state) {

    /// A conversion of which no event was recorded yet.
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
            case State.Deleted deleted -> deleted.since();
        };
    }

    /// Whether only its account may see it. Before anything but its id is known, there is nothing
    /// to hide.
    public boolean isPrivate() {
        return state instanceof State.Completed(_, Audiobook audiobook, _)
                ? audiobook.isPrivate()
                : request.filter(RequestSummary::isPrivate).isPresent();
    }

    /// The latest attempt of which an event was recorded.
    int attempt() {
        return state.order().attempt();
    }
}
