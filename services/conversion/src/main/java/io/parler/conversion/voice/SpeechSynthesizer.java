package io.parler.conversion.voice;

import io.parler.conversion.speech.Utterance;
import java.util.List;

/// A service that speaks. Each method is one call, one try; it ends when the thread is
/// interrupted.
public interface SpeechSynthesizer {
    CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException;

    /// When each word is said. Only engines with [WordTimesSupport#BILLED] are asked.
    default CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        throw new UnsupportedOperationException(voice.id() + " sells no marks");
    }
}
