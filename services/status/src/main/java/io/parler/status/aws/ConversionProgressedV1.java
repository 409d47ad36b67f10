package io.parler.status.aws;

import io.parler.status.Progress;
import io.parler.status.State;
import java.time.Instant;

/// The data of `conversion.progressed.v1`.
record ConversionProgressedV1(int attempt, int done, int total) {
    static final String TYPE = "conversion.progressed.v1";

    State toDomain(Instant time) {
        return new State.Processing(attempt, new Progress(done, total), time);
    }
}
