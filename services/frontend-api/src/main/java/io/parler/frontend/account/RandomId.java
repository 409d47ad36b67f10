package io.parler.frontend.account;

import java.util.random.RandomGenerator;

/// Makes ids that nobody can guess.
final class RandomId {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private RandomId() {}

    /// @param length characters after the prefix; each is 5 random bits
    static String of(String prefix, int length, RandomGenerator random) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < length; i++) {
            id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return id.toString();
    }
}
