package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.function.IntConsumer;

/// Forwards at most one number a second and drops the others. The first one is forwarded after a
/// second: by then all stored chunks are found, so the progress never goes back.
public final class ProgressThrottle implements IntConsumer {
    private final IntConsumer next;
    private final Time time;
    private Deadline due;

    public ProgressThrottle(IntConsumer next, Time time) {
        this.next = next;
        this.time = time;
        this.due = Deadline.in(Duration.ofSeconds(1), time::nanos);
    }

    @Override
    public void accept(int value) {
        if (due.hasPassed()) {
            next.accept(value);
            due = Deadline.in(Duration.ofSeconds(1), time::nanos);
        }
    }
}
