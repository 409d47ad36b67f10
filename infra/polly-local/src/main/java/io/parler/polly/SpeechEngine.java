package io.parler.polly;

import java.util.List;

/// Speaks phrases. Called by several threads at once.
public interface SpeechEngine extends AutoCloseable {

    /// Decides how the phrase will be said; its sound is made only when asked for.
    Utterance utterance(List<Token> phrase, Voice voice) throws InterruptedException;

    /// False while it loads; who asks it to speak then waits.
    default boolean isReady() {
        return true;
    }

    /// Ends what it has started.
    @Override
    default void close() {}

    /// One phrase, ready to be heard.
    interface Utterance {
        /// Its length.
        double millis();

        /// When each token of the phrase starts, counted from the phrase's start.
        List<Double> starts();

        /// Its sound, between −1 and 1, of exactly the length promised.
        float[] samples(int sampleRate) throws InterruptedException;
    }
}
