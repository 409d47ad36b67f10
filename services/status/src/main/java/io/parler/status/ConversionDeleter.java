package io.parler.status;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.problem.UnavailableException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// Deletes conversions: tells the other services, which delete what they store, and remembers the
/// id.
public final class ConversionDeleter {
    private final ConversionStore conversions;
    private final DeletionPublisher publisher;
    private final Consumer<ConversionId> beforeDeletion;
    private final InstantSource clock;

    /// Tells the other services that a conversion was deleted.
    @FunctionalInterface
    public interface DeletionPublisher {
        /// Returns when the event is durable.
        void publish(ConversionId id, AccountId account);
    }

    /// Takes what must be done while the conversion can still be read.
    public ConversionDeleter(
            ConversionStore conversions,
            DeletionPublisher publisher,
            Consumer<ConversionId> beforeDeletion,
            InstantSource clock) {
        this.conversions = conversions;
        this.publisher = publisher;
        this.beforeDeletion = beforeDeletion;
        this.clock = clock;
    }

    /// False when the account has no such conversion. Deleting one again tells the others again.
    ///
    /// @throws UnavailableException when it is so young that its account may not be known yet
    public boolean delete(ConversionId id, AccountId account) {
        Optional<AccountId> stored = conversions.account(id);
        if (stored.isEmpty() && id.isYoungerThan(LongPoll.MAX_EVENT_DELAY, clock.instant())) {
            throw new UnavailableException("the account of a new conversion is not known yet");
        }
        if (stored.filter(account::equals).isEmpty()) {
            return false;
        }
        publisher.publish(id, account);
        beforeDeletion.accept(id);
        conversions.put(id, new State.Deleted(clock.instant()));
        return true;
    }
}
