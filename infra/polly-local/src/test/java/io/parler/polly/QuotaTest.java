package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Quota quota = new Quota(new Quota.Limits(2, 3, 100), nanos::get);

    @Test
    void aBurstIsServedAndTheNextCallThrottled() throws PollyException {
        enter(3);
        throttled();
    }

    @Test
    void theBucketRefillsWithTimeAndNoHigherThanTheBurst() throws PollyException {
        enter(3);
        nanos.addAndGet(500_000_000);
        enter(1);
        throttled();
        nanos.addAndGet(60_000_000_000L);
        enter(3);
        throttled();
    }

    @Test
    void callsUnderWayAreCountedUntilTheyEnd() throws PollyException {
        Quota narrow = new Quota(new Quota.Limits(1000, 1000, 1), nanos::get);
        Quota.Permit permit = narrow.enter();
        assertThatExceptionOfType(PollyException.class).isThrownBy(narrow::enter);
        permit.close();
        narrow.enter().close();
    }

    @Test
    void aThrottledCallIsAnErrorOfStatus400() {
        assertThat(PollyException.throttled())
                .extracting(PollyException::code, PollyException::status)
                .containsExactly("ThrottlingException", 400);
    }

    @Test
    void limitsAreWrittenAsRateBurstAndConcurrency() {
        assertThat(Quota.Limits.parse("8:10:18")).isEqualTo(Quota.Limits.of(Engine.NEURAL));
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.Limits.parse("8"));
    }

    private void enter(int times) throws PollyException {
        for (int i = 0; i < times; i++) {
            quota.enter().close();
        }
    }

    private void throttled() {
        assertThatExceptionOfType(PollyException.class)
                .isThrownBy(quota::enter)
                .extracting(PollyException::code)
                .isEqualTo("ThrottlingException");
    }
}
