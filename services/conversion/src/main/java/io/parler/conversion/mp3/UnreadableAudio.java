package io.parler.conversion.mp3;

/// What should be MP3 is not.
public final class UnreadableAudio extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableAudio(String message) {
        super(message);
    }
}
