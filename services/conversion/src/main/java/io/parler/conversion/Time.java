package io.parler.conversion;

import java.time.Duration;

/// A monotonic clock that can also sleep.
public interface Time {
    long nanos();

    void sleep(Duration duration) throws InterruptedException;

    static Time system() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
