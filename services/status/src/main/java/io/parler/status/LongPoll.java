package io.parler.status;

import io.parler.id.ConversionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a conversion, at once or as soon as it has changed.
public final class LongPoll {
    /// For this long, the event of a new conversion's request may not have been recorded yet.
    static final Duration MAX_EVENT_DELAY = Duration.ofSeconds(30);

    /// The longest wait of a caller. API Gateway gives up after 30 seconds.
    public static final Duration MAX_WAIT = Duration.ofSeconds(20);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration MAX_PAUSE = Duration.ofMillis(500);

    private final ConversionStore conversions;
    private final InstantSource clock;
    private final Pause pause;

    /// Lets time pass between two reads.
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    public LongPoll(ConversionStore conversions, InstantSource clock, Pause pause) {
        this.conversions = conversions;
        this.clock = clock;
        this.pause = pause;
    }

    /// Empty when there is no such conversion.
    public Optional<Conversion> get(ConversionId id) {
        Optional<Conversion> stored = conversions.get(id);
        return stored.isEmpty() && id.isYoungerThan(MAX_EVENT_DELAY, clock.instant())
                ? Optional.of(Conversion.queued(id))
                : stored;
    }

    /// Returns as soon as the conversion has changed or is final, at the latest after `wait`.
    public Optional<Conversion> untilChanged(ConversionId id, Duration wait)
            throws InterruptedException {
        Optional<Conversion> first = get(id);
        return first.isEmpty()
                ? first
                : poll(id, first.get(), current -> !current.equals(first.get()), wait);
    }

    /// Returns as soon as the conversion meets the condition or is final, at the latest after
    /// `wait`.
    public Optional<Conversion> until(
            ConversionId id, Predicate<Conversion> condition, Duration wait)
            throws InterruptedException {
        Optional<Conversion> first = get(id);
        return first.isEmpty() ? first : poll(id, first.get(), condition, wait);
    }

    private Optional<Conversion> poll(
            ConversionId id, Conversion first, Predicate<Conversion> condition, Duration wait)
            throws InterruptedException {
        Instant end = clock.instant().plus(wait);
        Duration next = FIRST_PAUSE;
        Optional<Conversion> current = Optional.of(first);
        while (current.isPresent()
                && !current.get().state().isFinal()
                && !condition.test(current.get())) {
            Duration left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                break;
            }
            pause.of(left.compareTo(next) < 0 ? left : next);
            next = longer(next);
            current = get(id);
        }
        return current;
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(MAX_PAUSE) < 0 ? longer : MAX_PAUSE;
    }
}
