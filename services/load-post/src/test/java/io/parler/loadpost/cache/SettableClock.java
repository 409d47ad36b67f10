package io.parler.loadpost.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
final class SettableClock implements InstantSource {
    private Instant now;

    SettableClock(String now) {
        this.now = Instant.parse(now);
    }

    void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
