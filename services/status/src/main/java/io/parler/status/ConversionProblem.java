package io.parler.status;

import io.parler.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// Why there is no audio, in words for the person who requested it.
public record ConversionProblem(String type, String title, @Nullable String detail) {

    /// The problem of a conversion that ended in none of `attempts` attempts.
    public static ConversionProblem givenUp(int attempts) {
        String tried = attempts == 1 ? "It was tried once" : "It was tried " + attempts + " times";
        return new ConversionProblem(
                ProblemType.CONVERSION_DEAD_LETTER.path(),
                ProblemType.CONVERSION_DEAD_LETTER.title(),
                tried
                        + " and did not finish. Ask for it again;"
                        + " nothing already spoken is billed twice.");
    }

    public boolean wasGivenUp() {
        return type.equals(ProblemType.CONVERSION_DEAD_LETTER.path());
    }
}
