package io.parler.conversion.vendor;

import java.util.Locale;

/// Whose voice it is, as the API names it.
final class Gender {
    static final String FEMALE = "Female";
    static final String MALE = "Male";

    /// Where the service doesn't say.
    static final String NEUTRAL = "Neutral";

    private Gender() {}

    /// @param told as the service has it: `FEMALE`, `female`
    static String of(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "female" -> FEMALE;
            case "male" -> MALE;
            default -> NEUTRAL;
        };
    }
}
