package io.parler.postconversion.aws;

import io.parler.postconversion.usage.Bill;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.failed.v1` that the quota needs.
///
/// @param billedCharacters what the voice service billed before it failed
record ConversionFailedV1(
        String accountId,
        @Nullable Long billedCharacters,
        @Nullable String provider,
        ConversionCompletedV1.@Nullable CostV1 cost,
        @Nullable ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String title, @Nullable String detail) {}

    /// Why it failed.
    String reason() {
        if (problem == null) {
            return "";
        }
        return problem.detail() == null ? problem.title() : problem.detail();
    }

    /// Empty when nothing was billed.
    Optional<Bill> bill() {
        return billedCharacters == null || billedCharacters == 0
                ? Optional.empty()
                : Optional.of(
                        new Bill(
                                Objects.requireNonNullElse(provider, "unknown"),
                                billedCharacters,
                                ConversionCompletedV1.CostV1.dollars(cost)));
    }
}
