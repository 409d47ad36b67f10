package io.parler.conversion.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressThrottleTest {
    private final FakeTime time = new FakeTime();
    private final List<Integer> passed = new ArrayList<>();
    private final ProgressThrottle everySecond = new ProgressThrottle(passed::add, time);

    @Test
    void inTheFirstSecondNothingIsForwarded() {
        everySecond.accept(1);
        time.sleep(Duration.ofMillis(999));
        everySecond.accept(2);

        assertThat(passed).isEmpty();
    }

    @Test
    void atMostOneNumberASecondIsForwarded() {
        for (int tenth = 1; tenth <= 50; tenth++) {
            time.sleep(Duration.ofMillis(100));
            everySecond.accept(tenth);
        }

        assertThat(passed).containsExactly(10, 20, 30, 40, 50);
    }

    @Test
    void afterAPauseTheNextSecondStartsWithTheForwardedNumber() {
        time.sleep(Duration.ofMillis(2_500));
        everySecond.accept(1);
        time.sleep(Duration.ofMillis(900));
        everySecond.accept(2);
        time.sleep(Duration.ofMillis(100));
        everySecond.accept(3);

        assertThat(passed).containsExactly(1, 3);
    }
}
