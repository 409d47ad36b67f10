package io.parler.conversion.provider;

import java.util.Locale;

/// The gender of a voice, in the words of our API.
public final class Gender {
    public static final String FEMALE = "Female";
    public static final String MALE = "Male";

    /// The provider does not say.
    public static final String NEUTRAL = "Neutral";

    private Gender() {}

    /// Converts a provider's word, such as `FEMALE` or `female`.
    public static String of(String gender) {
        return switch (gender.toLowerCase(Locale.ROOT)) {
            case "female" -> FEMALE;
            case "male" -> MALE;
            default -> NEUTRAL;
        };
    }
}
