package io.parler.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How long the pauses between the parts of a text are.
public enum Pace {
    SLOWER,
    NORMAL,
    FASTER;

    public static Optional<Pace> of(String wireName) {
        return Arrays.stream(values()).filter(pace -> pace.wireName().equals(wireName)).findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
