package io.parler.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.problem.ProblemException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PreparationBudgetTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void workWithinItsBudgetIsDone() {
        assertThat(PreparationBudget.<String>within(nanos::get, budget -> after(9, budget)))
                .isEqualTo("done");
    }

    @Test
    void aTextThatTakesTooLongIsRefused() {
        assertThatThrownBy(() -> PreparationBudget.within(nanos::get, budget -> after(10, budget)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("text-too-complex");
    }

    @Test
    void aTextThatOverflowsTheStackIsRefused() {
        assertThatThrownBy(() -> PreparationBudget.within(nanos::get, _ -> nested(0)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("text-too-complex");
    }

    private String after(int seconds, PreparationBudget budget) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        budget.check();
        return "done";
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int nested(int depth) {
        return nested(depth + 1) + 1;
    }
}
