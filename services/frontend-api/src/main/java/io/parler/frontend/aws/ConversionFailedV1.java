package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.id.AccountId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.failed.v1` that the library needs.
record ConversionFailedV1(@Nullable Integer attempt, String accountId, ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(String type, String title, @Nullable String detail) {}

    static LibraryEntry.Failed entry(CloudEvent event) throws UnreadableEvent {
        ConversionFailedV1 data = event.data(ConversionFailedV1.class);
        ProblemV1 problem = data.problem();
        return new LibraryEntry.Failed(
                event.conversionId(),
                AccountId.of(data.accountId()).storageKey(),
                Objects.requireNonNullElse(data.attempt(), 1),
                new ConversionProblem(
                        problem.type(), problem.title(), Optional.ofNullable(problem.detail())));
    }
}
