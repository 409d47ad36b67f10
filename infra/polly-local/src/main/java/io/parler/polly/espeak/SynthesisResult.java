package io.parler.polly.espeak;

import java.util.List;

/// The audio of a text.
///
/// @param samples between −1 and 1
/// @param words in the order of their times
record SynthesisResult(float[] samples, int sampleRate, List<SynthesisEvent.Word> words) {
    double millis() {
        return samples.length * 1000.0 / sampleRate;
    }
}
