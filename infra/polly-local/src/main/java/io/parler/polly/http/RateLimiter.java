package io.parler.polly.http;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Enforces the rate limit of one engine: a token bucket, and a bound on the calls in flight.
public final class RateLimiter {
    private final RateLimit limit;
    private final LongSupplier nanoTime;
    private final Semaphore inFlight;
    private double tokens;
    private long refilledAt;

    public RateLimiter(RateLimit limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        inFlight = new Semaphore(limit.concurrent());
        tokens = limit.burst();
        refilledAt = nanoTime.getAsLong();
    }

    /// Admits a call, which is in flight until the permit is closed. Throws a ThrottlingException
    /// above the limit.
    Permit acquire() throws PollyException {
        if (!inFlight.tryAcquire()) {
            throw PollyException.throttled();
        }
        if (!takeToken()) {
            inFlight.release();
            throw PollyException.throttled();
        }
        return inFlight::release;
    }

    private synchronized boolean takeToken() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(limit.burst(), tokens + (now - refilledAt) / 1e9 * limit.perSecond());
        refilledAt = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /// A call in flight.
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
