package io.parler.conversion;

import io.parler.problem.ProblemException;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Limits the time for preparing one text, whatever it is made of. Preparing takes linear time, far
/// below the limit; the limit is for a text that finds a weakness nobody has found yet.
public final class PreparationBudget {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Deadline deadline;

    private PreparationBudget(LongSupplier nanoTime) {
        this.deadline = Deadline.in(LIMIT, nanoTime);
    }

    /// Does work that checks its budget again and again.
    ///
    /// @throws ProblemException when the text takes too long or is nested too deeply
    public static <T> T within(Function<PreparationBudget, T> work) {
        return within(System::nanoTime, work);
    }

    static <T> T within(LongSupplier nanoTime, Function<PreparationBudget, T> work) {
        try {
            return work.apply(new PreparationBudget(nanoTime));
        } catch (StackOverflowError _) {
            // Thrown, the job would be retried, and would overflow the stack each time.
            throw new ProblemException(ConversionProblems.textTooComplex());
        }
    }

    /// Goes on while there is time.
    ///
    /// @throws ProblemException when the budget is used up
    public void check() {
        if (deadline.hasPassed()) {
            throw new ProblemException(ConversionProblems.textTooComplex());
        }
    }
}
