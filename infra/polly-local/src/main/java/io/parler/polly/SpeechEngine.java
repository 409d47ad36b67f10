package io.parler.polly;

import io.parler.polly.Voice.Persona;
import java.util.List;

/// Speaks phrases. Called by several threads at once.
public interface SpeechEngine {

    /// Decides how the phrase will be said; its sound is made only when asked for.
    Utterance utterance(List<Token> phrase, Persona persona) throws InterruptedException;

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
