package io.parler.conversion.mp3;

/// The bytes are not MP3.
public final class UnreadableAudioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableAudioException(String message) {
        super(message);
    }
}
