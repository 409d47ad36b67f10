package io.parler.polly.synthesis;

import io.parler.polly.text.Token;
import io.parler.polly.voice.Voice;
import java.util.List;

/// Synthesizes phrases. Safe for use by several threads.
public interface Synthesizer extends AutoCloseable {

    /// Plans how the phrase is spoken. The samples are generated only on request.
    Utterance plan(List<Token> phrase, Voice voice) throws InterruptedException;

    /// False while it is loading; calls made meanwhile wait.
    default boolean isReady() {
        return true;
    }

    /// Stops the processes that it has started.
    @Override
    default void close() {}

    /// A planned phrase.
    interface Utterance {
        /// The duration.
        double millis();

        /// The start of each token, in milliseconds from the start of the phrase.
        List<Double> starts();

        /// The samples, between −1 and 1; exactly as long as [#millis] says.
        float[] samples(int sampleRate) throws InterruptedException;
    }
}
