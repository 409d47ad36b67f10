package io.parler.conversion.aws.request;

import io.parler.problem.Problem;

/// The problems the API answers with, as contracts/problems.json lists them.
public final class ProblemMapping {
    private ProblemMapping() {}

    public static Problem of(io.parler.conversion.Problem problem) {
        return Problem.of(problem.status(), problem.slug(), problem.title(), problem.detail());
    }
}
