package io.parler.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The level at which the transcript has times.
public enum Timing {
    SENTENCES,
    WORDS;

    public static Optional<Timing> of(String wireName) {
        return Arrays.stream(values())
                .filter(timing -> timing.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
