package io.parler.polly.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parler.polly.voice.Engine;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RateLimiter limiter = new RateLimiter(new RateLimit(2, 3, 100), nanos::get);

    @Test
    void aBurstIsServedAndTheNextCallThrottled() throws PollyException {
        acquire(3);
        throttled();
    }

    @Test
    void theBucketRefillsUpToTheBurst() throws PollyException {
        acquire(3);
        nanos.addAndGet(500_000_000);
        acquire(1);
        throttled();
        nanos.addAndGet(60_000_000_000L);
        acquire(3);
        throttled();
    }

    @Test
    void callsInFlightAreCountedUntilTheyEnd() throws PollyException {
        RateLimiter narrow = new RateLimiter(new RateLimit(1000, 1000, 1), nanos::get);
        RateLimiter.Permit permit = narrow.acquire();
        assertThatExceptionOfType(PollyException.class).isThrownBy(narrow::acquire);
        permit.close();
        narrow.acquire().close();
    }

    @Test
    void aThrottledCallIsAnErrorOfStatus400() {
        assertThat(PollyException.throttled())
                .extracting(PollyException::code, PollyException::status)
                .containsExactly("ThrottlingException", 400);
    }

    @Test
    void limitsAreParsedAsRateBurstAndConcurrency() {
        assertThat(RateLimit.parse("8:10:18")).isEqualTo(RateLimit.of(Engine.NEURAL));
        assertThatIllegalArgumentException().isThrownBy(() -> RateLimit.parse("8"));
    }

    private void acquire(int times) throws PollyException {
        for (int i = 0; i < times; i++) {
            limiter.acquire().close();
        }
    }

    private void throttled() {
        assertThatExceptionOfType(PollyException.class)
                .isThrownBy(limiter::acquire)
                .extracting(PollyException::code)
                .isEqualTo("ThrottlingException");
    }
}
