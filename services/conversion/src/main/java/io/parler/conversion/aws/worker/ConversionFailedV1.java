package io.parler.conversion.aws.worker;

import io.parler.conversion.job.Job;
import io.parler.problem.Problem;

/// The data of `conversion.failed.v1`.
record ConversionFailedV1(int attempt, String accountId, ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String type, String title, String detail) {}

    static ConversionFailedV1 of(Job job, Problem problem) {
        return new ConversionFailedV1(
                job.attempt(),
                job.accountId(),
                new ProblemV1(problem.type(), problem.title(), problem.detail()));
    }
}
