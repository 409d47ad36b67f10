package io.parler.conversion.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What becomes of one kind of thing: said in full, in a few words, or not at all.
public enum Policy {
    READ,
    ANNOUNCE,
    SKIP;

    public static Optional<Policy> of(String wireName) {
        return Arrays.stream(values())
                .filter(policy -> policy.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
