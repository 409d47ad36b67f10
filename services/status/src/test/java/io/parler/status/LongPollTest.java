package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.ConversionId;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LongPollTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final LongPoll longPoll = new LongPoll(conversions, clock, this::pause);
    private final ConversionId id = idCreatedAt(clock.instant());

    private void pause(Duration duration) {
        clock.advance(duration);
        if (!meanwhile.isEmpty()) {
            meanwhile.poll().run();
        }
    }

    @Test
    void anUnknownYoungConversionIsQueued() {
        assertThat(longPoll.get(id)).contains(Conversion.queued(id));

        clock.advance(Duration.ofMillis(29_999));
        assertThat(longPoll.get(id)).contains(Conversion.queued(id));

        clock.advance(Duration.ofMillis(1));
        assertThat(longPoll.get(id)).isEmpty();
    }

    @Test
    void anIdFromTheFutureIsUnknown() {
        assertThat(longPoll.get(idCreatedAt(clock.instant().plusSeconds(29)))).isPresent();
        assertThat(longPoll.get(idCreatedAt(clock.instant().plusSeconds(30)))).isEmpty();
    }

    @Test
    void aChangeIsReturnedAtOnce() throws InterruptedException {
        conversions.put(id, Histories.REQUEST);
        State started = new State.Processing(1, null, clock.instant());
        meanwhile.add(() -> {});
        meanwhile.add(() -> conversions.put(id, started));

        assertThat(longPoll.untilChanged(id, Duration.ofSeconds(20)))
                .map(Conversion::state)
                .contains(started);
        assertThat(meanwhile).isEmpty();
        assertThat(clock.instant()).isBefore(Instant.parse("2026-11-20T10:15:31Z"));
    }

    @Test
    void withoutAChangeItReturnsWhenTheTimeIsUp() throws InterruptedException {
        conversions.put(id, Histories.REQUEST);

        assertThat(longPoll.untilChanged(id, Duration.ofSeconds(20))).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:50Z");
    }

    @Test
    void itReadsAtLeastTwiceASecondWhileItWaits() throws InterruptedException {
        List<Duration> pauses = new ArrayList<>();
        LongPoll poll =
                new LongPoll(
                        conversions,
                        clock,
                        duration -> {
                            pauses.add(duration);
                            clock.advance(duration);
                        });

        assertThat(poll.untilChanged(id, Duration.ofSeconds(10))).isPresent();
        assertThat(pauses).first().isEqualTo(Duration.ofMillis(100));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(500)) <= 0);
        assertThat(pauses).hasSizeBetween(20, 25);
    }

    @Test
    void withoutAWaitItReturnsAtOnce() throws InterruptedException {
        assertThat(longPoll.untilChanged(id, Duration.ZERO)).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @Test
    void aFinalStateIsReturnedAtOnce() throws InterruptedException {
        conversions.put(id, Histories.completed(1, clock.instant()));

        assertThat(longPoll.until(id, _ -> false, Duration.ofSeconds(20))).isPresent();
        assertThat(clock.instant()).isEqualTo("2026-11-20T10:15:30Z");
    }

    @Test
    void theWaitEndsWhenNoRequestArrives() throws InterruptedException {
        clock.advance(Duration.ofSeconds(25));

        assertThat(longPoll.untilChanged(id, Duration.ofSeconds(20))).isEmpty();
        assertThat(clock.instant()).isBefore(Instant.parse("2026-11-20T10:16:01Z"));
    }

    static ConversionId idCreatedAt(Instant instant) {
        String time = String.format(Locale.ROOT, "%012x", instant.toEpochMilli());
        return ConversionId.parse(
                        time.substring(0, 8) + "-" + time.substring(8) + "-7c41-8f3a-2b6d5e7f9012")
                .orElseThrow();
    }
}
