package io.parler.conversion.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Caches a value that seldom changes, such as the voices of a provider or the API keys, and loads
/// it again after a while.
public final class ExpiringMemo<T> implements Supplier<T> {
    private static final Duration TTL = Duration.ofMinutes(10);

    private final Supplier<T> source;
    private final InstantSource clock;
    private Optional<Cached<T>> cached = Optional.empty();

    private record Cached<T>(T value, Instant cachedAt) {}

    /// @param source loads the value. If it throws, nothing is cached
    public ExpiringMemo(Supplier<T> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized T get() {
        Instant now = clock.instant();
        Cached<T> fresh =
                cached.filter(c -> c.cachedAt().plus(TTL).isAfter(now))
                        .orElseGet(() -> new Cached<>(source.get(), now));
        cached = Optional.of(fresh);
        return fresh.value();
    }
}
