package io.parler.status.aws;

import io.parler.status.State;
import java.time.Instant;

/// The data of `conversion.started.v1`.
record ConversionStartedV1(int attempt) {
    static final String TYPE = "conversion.started.v1";

    State toDomain(Instant time) {
        return new State.Processing(attempt, null, time);
    }
}
