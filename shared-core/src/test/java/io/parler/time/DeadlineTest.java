package io.parler.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // a clock may wrap around

    private Deadline inSeconds(long seconds) {
        return Deadline.in(Duration.ofSeconds(seconds), nanos::get);
    }

    @Test
    void itPassesWhenItsTimeIsUp() {
        Deadline deadline = inSeconds(10);
        nanos.addAndGet(Duration.ofMillis(9_999).toNanos());
        assertThat(deadline.hasPassed()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(1));
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(deadline.hasPassed()).isTrue();
    }

    @Test
    void itKeepsAReserveFree() {
        Deadline deadline = inSeconds(10).minus(Duration.ofSeconds(3));
        assertThat(deadline.leaves(Duration.ofSeconds(7))).isTrue();
        assertThat(deadline.leaves(Duration.ofSeconds(8))).isFalse();
    }

    @Test
    void itIsInScopeWhileItsWorkIsDone() throws Exception {
        Deadline deadline = inSeconds(10);
        assertThat(Deadline.current()).isEmpty();
        Optional<Deadline> current = deadline.call(Deadline::current);
        assertThat(current).containsSame(deadline);
        assertThat(Deadline.current()).isEmpty();
    }

    @Test
    void anotherThreadHasItInScopeOnlyWhereItsWorkInheritsIt() throws Exception {
        Deadline deadline = inSeconds(10);
        List<Optional<Deadline>> seen = new CopyOnWriteArrayList<>();
        Runnable work = () -> seen.add(Deadline.current());
        deadline.call(() -> Thread.ofVirtual().start(work).join(TEN_SECONDS));
        deadline.call(() -> Thread.ofVirtual().start(Deadline.inherited(work)).join(TEN_SECONDS));
        Deadline.inherited(work).run();
        assertThat(seen).containsExactly(Optional.empty(), Optional.of(deadline), Optional.empty());
    }

    @Test
    void aLaterDeadlineNeverExtendsTheOneInScope() throws Exception {
        Deadline outer = inSeconds(5);
        assertThat(outer.call(() -> inSeconds(9).call(Deadline::current))).containsSame(outer);
        Deadline inner = inSeconds(2);
        assertThat(outer.call(() -> inner.call(Deadline::current))).containsSame(inner);
    }

    @Test
    void aLimitEndsWithTheEarlierDeadlineInScope() throws Exception {
        Deadline outer = Deadline.in(Duration.ofSeconds(5));
        assertThat(outer.call(() -> Deadline.within(Duration.ofHours(1)))).isSameAs(outer);
        assertThat(outer.call(() -> Deadline.within(Duration.ZERO)).hasPassed()).isTrue();
        assertThat(Deadline.within(Duration.ZERO).hasPassed()).isTrue();
    }
}
