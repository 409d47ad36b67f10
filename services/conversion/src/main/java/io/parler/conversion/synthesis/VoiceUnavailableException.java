package io.parler.conversion.synthesis;

/// A voice did not come back within the time a call may be retried: an outage.
public final class VoiceUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VoiceUnavailableException(String why) {
        super("the voice is unavailable: " + why);
    }
}
