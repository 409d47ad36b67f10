package io.parler.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who may see and hear a conversion: everybody who has its address, or its account only.
public enum Visibility {
    PUBLIC,
    PRIVATE;

    public static Optional<Visibility> of(String wireName) {
        return Arrays.stream(values())
                .filter(visibility -> visibility.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
