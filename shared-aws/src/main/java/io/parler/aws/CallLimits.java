package io.parler.aws;

import java.time.Duration;

/// How long a call to AWS may take, and how often it is attempted.
///
/// @param connect for opening a connection; short, because neither `call` nor a deadline ends that
/// @param read for the next bytes of a response
/// @param call for the whole call with its retries; the deadline in scope may end it earlier
/// @param attempts 1 for no retry
public record CallLimits(Duration connect, Duration read, Duration call, int attempts) {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    public CallLimits {
        if (attempts < 1) {
            throw new IllegalArgumentException("a call is attempted at least once");
        }
    }

    /// Up to three attempts within `call`, each of which waits for a response for half of that.
    public static CallLimits within(Duration call) {
        return new CallLimits(CONNECT, call.dividedBy(2), call, 3);
    }

    /// One attempt, for a caller that retries itself.
    public static CallLimits once(Duration call) {
        return new CallLimits(CONNECT, call, call, 1);
    }

    public CallLimits withAttempts(int newAttempts) {
        return new CallLimits(connect, read, call, newAttempts);
    }
}
