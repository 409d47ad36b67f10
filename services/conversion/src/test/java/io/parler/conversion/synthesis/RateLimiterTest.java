package io.parler.conversion.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    @Test
    void noSecondHasMoreCallsThanAllowed() throws InterruptedException {
        FakeTime time = new FakeTime();
        RateLimiter rate = new RateLimiter(8, time);
        List<Long> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rate.await();
            calls.add(time.nanos());
        }

        for (int i = 8; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - 8))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        }
        assertThat(time.slept()).as("no call waits longer than it must").hasSize(4);
    }

    @Test
    void theFirstCallsDoNotWait() throws InterruptedException {
        FakeTime time = new FakeTime();
        RateLimiter rate = new RateLimiter(8, time);
        for (int i = 0; i < 8; i++) {
            rate.await();
        }

        assertThat(time.slept()).isEmpty();
    }
}
