package io.parler.id;

import java.util.random.RandomGenerator;

/// Text that nobody can guess.
public final class RandomText {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private RandomText() {}

    /// Lower-case letters and digits.
    ///
    /// @param length characters; each is 5 random bits
    public static String of(int length, RandomGenerator random) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return text.toString();
    }
}
