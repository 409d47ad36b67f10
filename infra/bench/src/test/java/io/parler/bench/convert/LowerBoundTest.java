package io.parler.bench.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LowerBoundTest {
    @Test
    void fastCallsAreLimitedByTheRate() {
        assertThat(time(1, 600)).hasMillis(600);
        assertThat(time(8, 600)).hasMillis(600);
        assertThat(time(9, 600)).hasMillis(1_600);
        assertThat(time(65, 600)).hasMillis(8_600);
    }

    @Test
    void slowCallsAreLimitedByTheCallsInFlight() {
        assertThat(time(65, 4_000)).hasSeconds(16);
    }

    private static Duration time(int calls, int latency) {
        return new LowerBound(calls, 8, 18, Duration.ofMillis(latency)).time();
    }
}
