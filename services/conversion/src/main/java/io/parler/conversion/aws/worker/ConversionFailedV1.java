package io.parler.conversion.aws.worker;

import io.parler.conversion.job.Charge;
import io.parler.conversion.job.Job;
import io.parler.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.failed.v1`.
record ConversionFailedV1(
        int attempt,
        String accountId,
        ProblemV1 problem,
        @Nullable Integer billedCharacters,
        @Nullable String provider,
        @Nullable CostV1 cost) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String type, String title, String detail) {}

    static ConversionFailedV1 of(Job job, Problem problem, Optional<Charge> charge) {
        return new ConversionFailedV1(
                job.attempt(),
                job.account().value(),
                new ProblemV1(problem.type(), problem.title(), problem.detail()),
                charge.map(Charge::characters).orElse(null),
                charge.map(Charge::provider).orElse(null),
                charge.map(billed -> CostV1.of(billed.cost())).orElse(null));
    }
}
