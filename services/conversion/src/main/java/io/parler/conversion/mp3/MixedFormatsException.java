package io.parler.conversion.mp3;

/// Frames of different formats were to be joined. No decoder plays them as one stream.
public final class MixedFormatsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MixedFormatsException(Mp3Format one, Mp3Format other) {
        super(one + " and " + other + " can't be joined");
    }
}
