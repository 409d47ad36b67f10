package io.parler.conversion.preparation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a transcript has timestamps for.
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
