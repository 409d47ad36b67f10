package io.parler.status.aws;

import io.parler.status.ConversionProblem;
import io.parler.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.failed.v1`, read and written: status reports dead letters.
record ConversionFailedV1(@Nullable Integer attempt, String accountId, ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String type, String title, @Nullable String detail) {}

    static ConversionFailedV1 of(int attempt, String accountId, ConversionProblem problem) {
        return new ConversionFailedV1(
                attempt,
                accountId,
                new ProblemV1(problem.type(), problem.title(), problem.detail()));
    }

    State toDomain(Instant time) {
        return new State.Failed(
                attempt == null ? 1 : attempt,
                new ConversionProblem(problem.type(), problem.title(), problem.detail()),
                time);
    }
}
