package io.parler.polly;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Polly's quota for one engine: a bucket of transactions that refills, and calls under way at
/// once.
final class Quota {
    private final Limits limits;
    private final LongSupplier nanoTime;
    private final Semaphore calls;
    private double tokens;
    private long filled;

    /// @param perSecond transactions a second, kept up for any time
    /// @param burst transactions at one moment
    /// @param concurrent calls under way at once
    record Limits(double perSecond, int burst, int concurrent) {
        /// "8:10:18", as on the command line.
        static Limits parse(String text) {
            String[] parts = text.split(":", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("a quota is RATE:BURST:CONCURRENT, not " + text);
            }
            return new Limits(
                    Double.parseDouble(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]));
        }

        /// What an AWS account has from the start.
        static Limits of(Engine engine) {
            return switch (engine) {
                case STANDARD -> new Limits(80, 100, 80);
                case NEURAL -> new Limits(8, 10, 18);
                case LONG_FORM, GENERATIVE -> new Limits(8, 10, 26);
            };
        }
    }

    Quota(Limits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        calls = new Semaphore(limits.concurrent());
        tokens = limits.burst();
        filled = nanoTime.getAsLong();
    }

    /// Enters a call, which ends when the permit is closed; over the quota it throws.
    Permit enter() throws PollyException {
        if (!calls.tryAcquire()) {
            throw PollyException.throttled();
        }
        if (!take()) {
            calls.release();
            throw PollyException.throttled();
        }
        return calls::release;
    }

    private synchronized boolean take() {
        long now = nanoTime.getAsLong();
        tokens = Math.min(limits.burst(), tokens + (now - filled) / 1e9 * limits.perSecond());
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /// A call under way.
    interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
