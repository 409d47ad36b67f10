package io.parler.conversion.voice;

import io.parler.conversion.speech.Utterance;
import java.util.List;

/// A service that speaks. Each method is one call, one try; it ends when the thread is
/// interrupted.
public interface Voice {
    Answer<Sound> speak(Utterance utterance, VoiceProfile voice) throws InterruptedException;

    /// When each word is said. Only engines with [WordTimes#BILLED] are asked.
    default Answer<List<Mark>> marks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        throw new UnsupportedOperationException(voice.id() + " sells no marks");
    }
}
