package io.parler.conversion.synthesis;

/// A provider stayed unavailable for as long as a call may be retried.
public final class VoiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoiceUnavailableException(String reason) {
        super("the voice is unavailable: " + reason);
    }
}
