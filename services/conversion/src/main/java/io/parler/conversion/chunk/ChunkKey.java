package io.parler.conversion.chunk;

import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.hash.Sha256;
import java.util.Locale;

/// The cache key of a chunk: the hexadecimal SHA-256 of the text, the voice, the engine and the
/// format. Equal keys mean equal audio.
public record ChunkKey(String sha256) {
    public ChunkKey {
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    public static ChunkKey of(Utterance utterance, VoiceProfile voice) {
        return new ChunkKey(
                Sha256.hexOfAll(
                        voice.id().provider(),
                        voice.id().name(),
                        voice.engine().id(),
                        "mp3",
                        Integer.toString(voice.engine().sampleRate()),
                        utterance.form().name().toLowerCase(Locale.ROOT),
                        utterance.input()));
    }

    /// The key of a claim on the start times of its words.
    public ChunkKey ofWords() {
        return new ChunkKey(Sha256.hexOfAll(sha256, "words"));
    }
}
