package io.parler.conversion;

import io.parler.conversion.speech.Utterance;

/// A service that speaks.
@FunctionalInterface
public interface Voice {
    /// One call, one try. It ends when the thread is interrupted.
    Speech speak(Utterance utterance, Narration narration) throws InterruptedException;
}
