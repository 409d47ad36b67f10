package io.parler.conversion.mp3;

/// What should be MP3 is not.
public final class UnreadableAudioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableAudioException(String message) {
        super(message);
    }
}
