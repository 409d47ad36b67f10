package io.parler.conversion;

import java.time.Duration;

/// The time by which a run must have ended.
public final class Deadline {
    private final Time time;
    private final long end;

    private Deadline(Time time, long end) {
        this.time = time;
        this.end = end;
    }

    public static Deadline in(Duration duration, Time time) {
        return new Deadline(time, time.nanos() + duration.toNanos());
    }

    /// The time left. It is negative after the deadline.
    public Duration left() {
        return Duration.ofNanos(end - time.nanos());
    }

    public boolean leaves(Duration needed) {
        return left().compareTo(needed) >= 0;
    }

    public Deadline earlier(Duration duration) {
        return new Deadline(time, end - duration.toNanos());
    }
}
