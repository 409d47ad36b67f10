package io.parler.conversion.chunk;

import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.hash.Sha256;
import io.parler.id.AccountId;
import java.util.Locale;

/// The cache key of a chunk: the account that had it synthesized, and the hexadecimal SHA-256 of
/// the text, the voice, the engine and the format. Equal keys mean equal audio.
public record ChunkKey(AccountId account, String sha256) {
    public ChunkKey {
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }

    public static ChunkKey of(AccountId account, Utterance utterance, VoiceProfile voice) {
        return new ChunkKey(
                account,
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
        return new ChunkKey(account, Sha256.hexOfAll(sha256, "words"));
    }

    /// The name under which stores keep it. The owner's has no account in it, as before there were
    /// accounts.
    public String name() {
        return prefix(account) + sha256;
    }

    /// What the names of all chunks of an account start with; empty for the owner's.
    public static String prefix(AccountId account) {
        return account.equals(AccountId.OWNER) ? "" : account.storageKey() + "/";
    }
}
