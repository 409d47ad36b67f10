package io.parler.conversion.provider;

import io.parler.conversion.mp3.MixedFormatsException;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudioException;
import java.util.Base64;
import java.util.Optional;

/// Audio as it came from a service.
public final class Mp3Decoder {
    private Mp3Decoder() {}

    /// None where the bytes are no MP3 of one format.
    public static Optional<Mp3> mp3(byte[] bytes) {
        try {
            return Optional.of(Mp3.of(bytes));
        } catch (UnreadableAudioException | MixedFormatsException _) {
            return Optional.empty();
        }
    }

    public static Optional<Mp3> mp3(String base64) {
        try {
            return mp3(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
