package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.events.Redelivery;
import io.parler.postconversion.UsageStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.SqsBatch;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaRecorderTest {
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final QuotaRecorder recorder =
            new QuotaRecorder(usage, Redelivery.afterVisibilityTimeout());

    @Test
    void aConversionIsCountedOnceInTheMonthItWasCompleted() {
        String completed = Contract.event("conversion.completed.v1");

        assertThat(failures(completed, completed)).isEmpty();
        assertThat(failures(completed)).isEmpty();

        assertThat(usage.get("public", YearMonth.of(2026, 11))).isEqualTo(2_764);
    }

    @Test
    void otherEventsAreNoConcern() {
        assertThat(failures(Contract.event("conversion.failed.v1"))).isEmpty();

        assertThat(usage.get("public", YearMonth.of(2026, 11))).isZero();
    }

    @Test
    void whatCanNotBeReadStaysInItsQueueAndHoldsUpNothing() {
        assertThat(failures("{", Contract.event("conversion.completed.v1"))).containsExactly("m-0");

        assertThat(usage.get("public", YearMonth.of(2026, 11))).isEqualTo(2_764);
    }

    private List<String> failures(String... bodies) {
        return SqsBatch.failures(recorder, bodies);
    }
}
