package io.parler.conversion.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What is asked for once in a while because it changes seldom: a service's voices, the keys.
public final class LatelyAsked<T> implements Supplier<T> {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<T> source;
    private final InstantSource clock;
    private Optional<Known<T>> known = Optional.empty();

    private record Known<T>(T what, Instant since) {}

    /// @param source throws when it can't be asked now; then it is asked again the next time
    public LatelyAsked(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        Known<T> fresh =
                known.filter(k -> k.since().plus(FRESH).isAfter(now))
                        .orElseGet(() -> new Known<>(source.get(), now));
        known = Optional.of(fresh);
        return fresh.what();
    }
}
