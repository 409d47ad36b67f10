package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final ConversionsInMemory conversions = new ConversionsInMemory();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final Watch watch = new Watch(conversions, clock, this::pause);
    private final ConversionId id = idMadeAt(clock.instant());

    private void pause(Duration duration) {
        clock.advance(duration);
        if (!meanwhile.isEmpty()) {
            meanwhile.poll().run();
        }
    }

    @Test
    void anUnknownYoungConversionIsQueued() {
        assertThat(watch.look(id)).contains(Conversion.queued(id));

        clock.advance(Duration.ofMillis(29_999));
        assertThat(watch.look(id)).contains(Conversion.queued(id));

        clock.advance(Duration.ofMillis(1));
        assertThat(watch.look(id)).isEmpty();
    }

    @Test
    void anIdFromTheFutureIsUnknown() {
        assertThat(watch.look(idMadeAt(clock.instant().plusSeconds(29)))).isPresent();
        assertThat(watch.look(idMadeAt(clock.instant().plusSeconds(30)))).isEmpty();
    }

    @Test
    void aChangeIsAnsweredAtOnce() throws InterruptedException {
        conversions.asked(id, Histories.ASKED);
        State started = new State.Processing(1, null, clock.instant());
        meanwhile.add(() -> {});
        meanwhile.add(() -> conversions.reached(id, started));

        assertThat(watch.untilChanged(id, Duration.ofSeconds(20)))
                .map(Conversion::state)
                .contains(started);
        assertThat(meanwhile).isEmpty();
        assertThat(clock.instant()).isBefore(Instant.parse("2026-11-20T10:15:31Z"));
    }

    @Test
    void withoutAChangeTheAnswerIsThereWhenTheTimeIsUp() throws InterruptedException {
        conversions.asked(id, Histories.ASKED);

        assertThat(watch.untilChanged(id, Duration.ofSeconds(20))).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:50Z");
    }

    @Test
    void withoutWaitNothingIsWaitedFor() throws InterruptedException {
        assertThat(watch.untilChanged(id, Duration.ZERO)).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @Test
    void whatHasEndedIsAnsweredAtOnce() throws InterruptedException {
        conversions.reached(id, Histories.completed(1, clock.instant()));

        assertThat(watch.until(id, _ -> false, Duration.ofSeconds(20))).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @Test
    void aRequestThatNeverComesEndsTheWait() throws InterruptedException {
        clock.advance(Duration.ofSeconds(25));

        assertThat(watch.untilChanged(id, Duration.ofSeconds(20))).isEmpty();
        assertThat(clock.instant()).isBefore(Instant.parse("2026-11-20T10:16:01Z"));
    }

    static ConversionId idMadeAt(Instant instant) {
        String time = String.format("%012x", instant.toEpochMilli());
        return ConversionId.parse(
                        time.substring(0, 8) + "-" + time.substring(8) + "-7c41-8f3a-2b6d5e7f9012")
                .orElseThrow();
    }
}
