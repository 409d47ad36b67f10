package io.parler.conversion.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A service's voices, asked for once in a while: they change a few times a year.
public final class KnownVoices implements Supplier<List<VoiceProfile>> {
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<List<VoiceProfile>> service;
    private final InstantSource clock;
    private Optional<Known> known = Optional.empty();

    private record Known(List<VoiceProfile> voices, Instant since) {}

    public KnownVoices(Supplier<List<VoiceProfile>> service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public synchronized List<VoiceProfile> get() {
        Instant now = clock.instant();
        Known fresh =
                known.filter(k -> k.since().plus(FRESH).isAfter(now))
                        .orElseGet(() -> new Known(List.copyOf(service.get()), now));
        known = Optional.of(fresh);
        return fresh.voices();
    }
}
