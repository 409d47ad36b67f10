package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.Trouble;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the library needs of `conversion.failed.v1`.
record ConversionFailedV1(
        @Nullable Integer attempt, @Nullable String accountId, @Nullable ProblemV1 problem) {
    static final String TYPE = "conversion.failed.v1";

    record ProblemV1(@Nullable String type, @Nullable String title, @Nullable String detail) {}

    static Failed entry(CloudEvent event) throws UnreadableEvent {
        ConversionFailedV1 data = event.data(ConversionFailedV1.class);
        ProblemV1 problem = Required.field("problem", data.problem());
        return new Failed(
                Required.conversionId(event),
                Required.field("accountId", data.accountId()),
                Objects.requireNonNullElse(data.attempt(), 1),
                new Trouble(
                        Required.field("problem.type", problem.type()),
                        Required.field("problem.title", problem.title()),
                        Optional.ofNullable(problem.detail())));
    }
}
