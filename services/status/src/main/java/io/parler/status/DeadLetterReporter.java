package io.parler.status;

import io.parler.id.ConversionId;
import java.time.InstantSource;
import java.util.Optional;

/// Reports conversions without attempts left as failed, so that nobody waits for them.
public final class DeadLetterReporter {
    private final ConversionStore conversions;
    private final FailurePublisher publisher;
    private final InstantSource clock;

    /// Tells the other services that a conversion failed.
    @FunctionalInterface
    public interface FailurePublisher {
        /// Returns when the event is durable.
        void publish(ConversionId id, String accountId, int attempt, ConversionProblem problem);
    }

    public DeadLetterReporter(
            ConversionStore conversions, FailurePublisher publisher, InstantSource clock) {
        this.conversions = conversions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// Marks the conversion as failed and publishes it, unless it has ended in another way: then it
    /// is false. A dead letter that is delivered again is published again, because the first time
    /// may have failed half-way.
    public boolean report(ConversionId id, String accountId) {
        Optional<Conversion> stored = conversions.get(id);
        if (stored.isPresent()
                && (stored.get().state() instanceof State.Completed
                        || stored.get().state() instanceof State.Deleted)) {
            return false;
        }
        if (stored.isPresent()
                && stored.get().state() instanceof State.Failed failed
                && !failed.problem().wasGivenUp()) {
            return false;
        }
        int attempt = Math.max(1, stored.map(Conversion::attempt).orElse(1));
        ConversionProblem problem = ConversionProblem.givenUp(attempt);
        conversions.put(id, new State.Failed(attempt, problem, clock.instant()));
        publisher.publish(id, accountId, attempt, problem);
        return true;
    }
}
