package io.parler.conversion;

import io.parler.conversion.speech.Dialect;
import io.parler.conversion.speech.Utterance;
import java.util.Locale;

/// Everything but the words that decides how a chunk sounds.
public record Narration(String service, VoiceProfile voice, Engine engine) {
    public int sampleRate() {
        return engine.sampleRate();
    }

    Dialect dialect() {
        return engine.dialect(voice.language());
    }

    /// The name under which the audio is kept: equal exactly when its bytes would be.
    public ChunkKey key(Utterance utterance) {
        return new ChunkKey(
                Hash.of(
                        service,
                        voice.id(),
                        engine.id(),
                        "mp3",
                        Integer.toString(sampleRate()),
                        utterance.form().name().toLowerCase(Locale.ROOT),
                        utterance.input()));
    }
}
