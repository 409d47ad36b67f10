package io.parler.status;

import java.time.InstantSource;
import java.util.Optional;

/// Tells everyone of conversions that were given up, so that nobody waits for them.
public final class DeadLetters {
    private final Conversions conversions;
    private final FailedEvents events;
    private final InstantSource clock;

    /// The way to the other services.
    @FunctionalInterface
    public interface FailedEvents {
        /// Returns when the event is durable.
        void failed(ConversionId id, String accountId, int attempt, Failure failure);
    }

    public DeadLetters(Conversions conversions, FailedEvents events, InstantSource clock) {
        this.conversions = conversions;
        this.events = events;
        this.clock = clock;
    }

    /// Marks the conversion failed and tells the others; does nothing when it has ended otherwise.
    /// Told twice, it tells twice: the first time may have come to nothing in between.
    public boolean givenUp(ConversionId id, String accountId) {
        Optional<Conversion> known = conversions.find(id);
        if (known.isPresent() && known.get().state() instanceof State.Completed) {
            return false;
        }
        if (known.isPresent()
                && known.get().state() instanceof State.Failed failed
                && !failed.failure().wasGivenUp()) {
            return false;
        }
        int attempt = Math.max(1, known.map(Conversion::attempt).orElse(1));
        Failure failure = Failure.givenUp(attempt);
        conversions.reached(id, new State.Failed(attempt, failure, clock.instant()));
        events.failed(id, accountId, attempt, failure);
        return true;
    }
}
