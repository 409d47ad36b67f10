package io.parler.conversion.voice;

import java.time.Duration;
import java.util.Optional;

/// The result of one call to a provider. Everything else is thrown, and the job is retried.
public sealed interface CallResult<T> {
    record Success<T>(T value, int billedCharacters) implements CallResult<T> {}

    /// The same call would be refused again.
    record Refused<T>(Reason reason) implements CallResult<T> {}

    /// There were too many calls, or the provider failed. The same call may succeed later.
    ///
    /// @param retryAfter the delay that the provider asks for
    record Busy<T>(String reason, Optional<Duration> retryAfter) implements CallResult<T> {
        public Busy(String reason) {
            this(reason, Optional.empty());
        }
    }

    enum Reason {
        TEXT_TOO_LONG("The voice takes no text of that length."),
        VOICE_UNKNOWN("The voice can't speak with that engine."),
        MARKUP_REJECTED("The voice did not understand the markup."),
        TEXT_REJECTED("The voice does not speak that text.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
