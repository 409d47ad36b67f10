package io.parler.conversion.voice;

import io.parler.conversion.speech.Utterance;
import java.util.List;

/// A provider that turns text into speech. Each method makes one call, without retries, and ends
/// when its thread is interrupted.
public interface SpeechSynthesizer {
    CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException;

    /// The start time of each word. Only called for engines with [WordTimesSupport#BILLED].
    default CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        throw new UnsupportedOperationException(voice.id() + " has no speech marks");
    }
}
