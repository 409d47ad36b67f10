package io.parler.time;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/// The time limit of the current work. A handler puts the deadline of its function in scope, and
/// everything that it calls, including each AWS call, ends by then.
public final class Deadline {
    private static final ScopedValue<Deadline> CURRENT = ScopedValue.newInstance();

    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    public static Deadline in(Duration duration) {
        return in(duration, System::nanoTime);
    }

    /// A deadline after `limit`, or the one in scope if that is earlier.
    public static Deadline within(Duration limit) {
        return in(limit).orEarlierInScope();
    }

    /// A deadline on another clock.
    ///
    /// @param nanoTime a monotonic clock, as [System#nanoTime]
    public static Deadline in(Duration duration, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + duration.toNanos());
    }

    /// The deadline in scope. A thread that was started inside a scope doesn't inherit it, unless
    /// its work is [#inherited].
    public static Optional<Deadline> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Does work with this deadline in scope, or with the one that is already in scope if that is
    /// earlier.
    public <T> T call(Callable<T> work) throws Exception {
        return ScopedValue.where(CURRENT, orEarlierInScope()).call(work::call);
    }

    /// Work for another thread: there, the deadline that is in scope here is in scope too.
    public static Runnable inherited(Runnable work) {
        return current().map(deadline -> (Runnable) () -> deadline.run(work)).orElse(work);
    }

    private void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    private Deadline orEarlierInScope() {
        return current().map(this::earlier).orElse(this);
    }

    /// Negative when it has passed.
    public Duration remaining() {
        return Duration.ofNanos(end - nanoTime.getAsLong());
    }

    public boolean hasPassed() {
        return end - nanoTime.getAsLong() <= 0;
    }

    public boolean leaves(Duration needed) {
        return remaining().compareTo(needed) >= 0;
    }

    /// A deadline that keeps `reserve` free for what comes after the work.
    public Deadline minus(Duration reserve) {
        return new Deadline(nanoTime, end - reserve.toNanos());
    }

    /// The earlier of two deadlines.
    public Deadline earlier(Deadline other) {
        return other.remaining().compareTo(remaining()) < 0 ? other : this;
    }
}
