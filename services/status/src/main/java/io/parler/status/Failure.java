package io.parler.status;

import org.jspecify.annotations.Nullable;

/// Why there is no audio, in words for the person who asked.
public record Failure(String type, String title, @Nullable String detail) {
    private static final String GIVEN_UP = "/problems/conversion-dead-letter";

    /// The failure of a conversion that was tried `attempts` times and never ended.
    public static Failure givenUp(int attempts) {
        String tried = attempts == 1 ? "It was tried once" : "It was tried " + attempts + " times";
        return new Failure(
                GIVEN_UP,
                "The conversion was given up",
                tried
                        + " and did not finish. Ask for it again;"
                        + " nothing already spoken is billed twice.");
    }

    public boolean wasGivenUp() {
        return type.equals(GIVEN_UP);
    }
}
