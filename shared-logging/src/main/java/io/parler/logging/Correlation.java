package io.parler.logging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The correlation id: it goes from the HTTP header of a user's request through every event to the
/// last log line.
public final class Correlation {
    static final String KEY = "correlationId";

    /// Long enough for any trace id, and without characters that could forge a header or a log
    /// line.
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private Correlation() {}

    /// The id of the work that this thread does.
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /// The caller's id when it is valid, or else a new one.
    public static String acceptOrCreate(@Nullable String fromCaller) {
        return fromCaller != null && ACCEPTED.matcher(fromCaller).matches() ? fromCaller : create();
    }

    public static String create() {
        return UUID.randomUUID().toString();
    }
}
