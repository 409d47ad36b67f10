package io.parler.polly.audio;

import java.io.IOException;

/// Receives samples as they are synthesized.
@FunctionalInterface
public interface AudioSink {
    /// Takes the next samples.
    ///
    /// @param samples between −1 and 1
    void write(float[] samples) throws IOException;
}
