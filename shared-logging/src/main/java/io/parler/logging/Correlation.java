package io.parler.logging;

import java.util.Optional;
import org.slf4j.MDC;

/// The correlation id: one id a user's request carries from its HTTP header through every event to the last log line.
public final class Correlation {
    private static final String KEY = "correlationId";

    private Correlation() {}

    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }
}
