package io.parler.polly;

import io.parler.polly.espeak.EspeakSynthesizer;
import io.parler.polly.mary.MarySynthesizer;
import io.parler.polly.synthesis.MultilingualSynthesizer;
import io.parler.polly.synthesis.Synthesizer;
import io.parler.polly.tone.ToneSynthesizer;
import io.parler.polly.voice.VoiceCatalog;
import java.nio.file.Path;
import java.util.Optional;

/// Creates the synthesizers by name: `mary` is speech, `tone` a quiet tone of the same length.
///
/// @param espeak the shared library of espeak-ng, if installed
record Synthesizers(Optional<Path> espeak, VoiceCatalog voices) {

    static Synthesizers with(Optional<Path> espeak) {
        return new Synthesizers(
                espeak,
                espeak.isPresent() ? VoiceCatalog.ofAllLanguages() : VoiceCatalog.ofUsEnglish());
    }

    Synthesizer create(String name) {
        return switch (name) {
            case "mary" -> speech();
            case "tone" -> new ToneSynthesizer();
            default -> throw new IllegalArgumentException("an engine is mary or tone, not " + name);
        };
    }

    private Synthesizer speech() {
        Synthesizer mary = new MarySynthesizer();
        return espeak.<Synthesizer>map(
                        library ->
                                new MultilingualSynthesizer(
                                        mary, new EspeakSynthesizer(library), voices))
                .orElse(mary);
    }
}
