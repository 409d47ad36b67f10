package io.parler.status;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.problem.UnavailableException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// Gives completed conversions other titles, and tells the other services.
public final class ConversionRenamer {
    private final ConversionStore conversions;
    private final TitlePublisher publisher;
    private final InstantSource clock;

    /// How a request for another title ended.
    public enum Outcome {
        RENAMED,
        /// Or it is another account's.
        NOT_FOUND,
        DELETED,
        NOT_COMPLETED
    }

    /// Tells the other services that a conversion has another title.
    @FunctionalInterface
    public interface TitlePublisher {
        /// Returns when the event is durable.
        ///
        /// @param revision grows with each title of the conversion
        void publish(ConversionId id, AccountId account, String title, long revision);
    }

    public ConversionRenamer(
            ConversionStore conversions, TitlePublisher publisher, InstantSource clock) {
        this.conversions = conversions;
        this.publisher = publisher;
        this.clock = clock;
    }

    /// Giving it the same title again tells the others again.
    ///
    /// @throws UnavailableException when it is so young that its account may not be known yet
    public Outcome rename(ConversionId id, AccountId account, String title) {
        Optional<AccountId> stored = conversions.account(id);
        if (stored.isEmpty() && id.isYoungerThan(LongPoll.MAX_EVENT_DELAY, clock.instant())) {
            throw new UnavailableException("the account of a new conversion is not known yet");
        }
        if (stored.filter(account::equals).isEmpty()) {
            return Outcome.NOT_FOUND;
        }
        OptionalLong revision = conversions.rename(id, title);
        if (revision.isEmpty()) {
            return conversions.get(id).map(Conversion::state).orElse(new State.Queued())
                            instanceof State.Deleted
                    ? Outcome.DELETED
                    : Outcome.NOT_COMPLETED;
        }
        publisher.publish(id, account, title, revision.getAsLong());
        return Outcome.RENAMED;
    }
}
