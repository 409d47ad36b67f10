package io.parler.conversion.testing;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Time that does not move. Sleeping lets other threads run. However slow the machine is, no
/// deadline passes and no claim expires.
public final class FrozenTime implements Time {
    @Override
    public long nanos() {
        return 1_000_000_000_000L;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        LockSupport.parkNanos(1);
    }
}
