package io.parler.conversion;

import io.parler.conversion.mp3.Mp3;

/// How one call to a voice ended. Whatever is not listed here is thrown, and the job retried.
public sealed interface Speech {
    record Spoken(Mp3 audio, int billedCharacters) implements Speech {}

    /// The same call would be refused again.
    record Refused(Reason reason) implements Speech {}

    /// Not now: too many calls, or a fault of the service. The same call may succeed later.
    record Busy(String why) implements Speech {}

    enum Reason {
        TEXT_TOO_LONG("The voice takes no text of that length."),
        VOICE_UNKNOWN("The voice can't speak with that engine."),
        MARKUP_REJECTED("The voice did not understand the markup."),
        TEXT_REJECTED("The voice does not speak that text.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
