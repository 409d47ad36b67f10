package io.parler.conversion.provider;

import java.util.Locale;

/// Whose voice it is, as the API names it.
public final class Gender {
    public static final String FEMALE = "Female";
    public static final String MALE = "Male";

    /// Where the service doesn't say.
    public static final String NEUTRAL = "Neutral";

    private Gender() {}

    /// The API's name for what a provider calls it, such as `FEMALE` or `female`.
    public static String of(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "female" -> FEMALE;
            case "male" -> MALE;
            default -> NEUTRAL;
        };
    }
}
