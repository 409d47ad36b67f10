package io.parler.conversion.voice;

import io.parler.conversion.mp3.Mp3;
import java.util.List;
import java.util.Optional;

/// A text spoken, with the times of its words where they came with it.
public record Sound(Mp3 audio, Optional<List<Mark>> marks) {
    public Sound {
        marks = marks.map(List::copyOf);
    }

    public static Sound of(Mp3 audio) {
        return new Sound(audio, Optional.empty());
    }
}
