package io.parler.status.aws;

import io.parler.status.Failure;
import io.parler.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.failed.v1`, read and written here: status reports dead letters.
record ConversionFailedV1(@Nullable Integer attempt, String accountId, ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String type, String title, @Nullable String detail) {}

    static ConversionFailedV1 of(int attempt, String accountId, Failure failure) {
        return new ConversionFailedV1(
                attempt,
                accountId,
                new ProblemV1(failure.type(), failure.title(), failure.detail()));
    }

    State state(Instant time) {
        return new State.Failed(
                attempt == null ? 1 : attempt,
                new Failure(problem.type(), problem.title(), problem.detail()),
                time);
    }
}
