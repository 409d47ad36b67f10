package io.parler.conversion.voice;

import io.parler.conversion.mp3.Mp3;
import java.util.List;
import java.util.Optional;

/// The audio of a text, with the start times of its words if they came with it.
public record SynthesizedSpeech(Mp3 audio, Optional<List<SpeechMark>> speechMarks) {
    public SynthesizedSpeech {
        speechMarks = speechMarks.map(List::copyOf);
    }

    public static SynthesizedSpeech of(Mp3 audio) {
        return new SynthesizedSpeech(audio, Optional.empty());
    }
}
