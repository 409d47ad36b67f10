package io.parler.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/// Looks at a conversion, once or until there is news of it.
public final class Watch {
    /// So long the request of a new conversion may be on its way here.
    static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final Conversions conversions;
    private final InstantSource clock;
    private final Pause pause;

    /// How time passes between two looks.
    @FunctionalInterface
    public interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    public Watch(Conversions conversions, InstantSource clock, Pause pause) {
        this.conversions = conversions;
        this.clock = clock;
        this.pause = pause;
    }

    /// Empty when there is no such conversion.
    public Optional<Conversion> look(ConversionId id) {
        Optional<Conversion> known = conversions.find(id);
        return known.isEmpty() && id.isYounger(ON_ITS_WAY, clock.instant())
                ? Optional.of(Conversion.queued(id))
                : known;
    }

    /// Answers as soon as the conversion differs from what it was at first, at the latest after
    /// `wait`; at once when it has ended.
    public Optional<Conversion> untilChanged(ConversionId id, Duration wait)
            throws InterruptedException {
        Optional<Conversion> first = look(id);
        return first.isEmpty()
                ? first
                : watch(id, first.get(), now -> !now.equals(first.get()), wait);
    }

    /// Answers as soon as the conversion is `news`, at the latest after `wait`; at once when it has
    /// ended.
    public Optional<Conversion> until(ConversionId id, Predicate<Conversion> news, Duration wait)
            throws InterruptedException {
        Optional<Conversion> first = look(id);
        return first.isEmpty() ? first : watch(id, first.get(), news, wait);
    }

    private Optional<Conversion> watch(
            ConversionId id, Conversion first, Predicate<Conversion> news, Duration wait)
            throws InterruptedException {
        Instant end = clock.instant().plus(wait);
        Duration next = FIRST_PAUSE;
        Optional<Conversion> current = Optional.of(first);
        while (current.isPresent()
                && !current.get().state().isFinal()
                && !news.test(current.get())) {
            Duration left = Duration.between(clock.instant(), end);
            if (!left.isPositive()) {
                break;
            }
            pause.of(left.compareTo(next) < 0 ? left : next);
            next = longer(next);
            current = look(id);
        }
        return current;
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
