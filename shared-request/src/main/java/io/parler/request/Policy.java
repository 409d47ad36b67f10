package io.parler.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a kind of content is treated.
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
