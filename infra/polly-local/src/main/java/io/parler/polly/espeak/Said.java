package io.parler.polly.espeak;

import java.util.List;

/// What espeak-ng made of a text.
///
/// @param samples between −1 and 1
/// @param words in the order they are said
record Said(float[] samples, int sampleRate, List<Reply.Word> words) {
    double millis() {
        return samples.length * 1000.0 / sampleRate;
    }
}
