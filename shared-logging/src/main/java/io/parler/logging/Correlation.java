package io.parler.logging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The correlation id: one id that a user's request carries from its HTTP header through every
/// event to the last log line.
public final class Correlation {
    static final String KEY = "correlationId";

    /// What is taken from outside: long enough for any trace id, and nothing that could forge a
    /// header or a log line.
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private Correlation() {}

    /// The id of the work this thread is doing.
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /// The caller's id where it is a sane one, else a new one.
    public static String acceptOrMint(@Nullable String fromCaller) {
        return fromCaller != null && ACCEPTED.matcher(fromCaller).matches() ? fromCaller : mint();
    }

    public static String mint() {
        return UUID.randomUUID().toString();
    }
}
