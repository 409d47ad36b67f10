package io.parler.conversion.provider;

import io.parler.conversion.mp3.MixedFormatsException;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudioException;
import java.util.Base64;
import java.util.Optional;

/// Decodes the MP3 in a provider's response.
public final class Mp3Decoder {
    private Mp3Decoder() {}

    /// Empty if the bytes are not MP3 of one format.
    public static Optional<Mp3> decode(byte[] bytes) {
        try {
            return Optional.of(Mp3.of(bytes));
        } catch (UnreadableAudioException | MixedFormatsException _) {
            return Optional.empty();
        }
    }

    public static Optional<Mp3> decode(String base64) {
        try {
            return decode(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
