package io.parler.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MinuteLimitTest {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    private Instant now = Instant.parse("2026-11-20T10:15:30.250Z");
    private final Map<String, Integer> calls = new HashMap<>();
    private final MinuteLimit limit =
            new MinuteLimit(
                    (account, minute, max) -> calls.merge(account + minute, 1, Integer::sum) <= max,
                    2,
                    () -> now);

    @Test
    void aCallTooManyWaitsForTheNextMinute() {
        assertThat(limit.count(AccountId.OWNER, OptionalLong.empty())).isEmpty();
        assertThat(limit.count(AccountId.OWNER, OptionalLong.empty())).isEmpty();

        MinuteLimit.Exceeded exceeded =
                limit.count(AccountId.OWNER, OptionalLong.empty()).orElseThrow();

        assertThat(exceeded).isEqualTo(new MinuteLimit.Exceeded(2, Duration.ofMillis(29_750)));
        assertThat(exceeded.retryAfter()).isEqualTo("30");
        now = now.plusSeconds(30);
        assertThat(limit.count(AccountId.OWNER, OptionalLong.empty())).isEmpty();
    }

    @Test
    void accountsAreCountedApartAndMayHaveALimitOfTheirOwn() {
        assertThat(limit.count(OTHER, OptionalLong.of(1))).isEmpty();
        assertThat(limit.count(OTHER, OptionalLong.of(1))).isPresent();
        assertThat(limit.count(AccountId.OWNER, OptionalLong.empty())).isEmpty();
    }

    @Test
    void aLimitOfNoneAllowsNone() {
        assertThat(limit.count(OTHER, OptionalLong.of(0))).isPresent();
        assertThat(calls).isEmpty();
    }
}
