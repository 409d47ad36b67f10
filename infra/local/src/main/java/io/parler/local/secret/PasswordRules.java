package io.parler.local.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// What a generated password consists of, as Secrets Manager's GetRandomPassword has it.
///
/// @param characterTypes each kind of character, without those that are excluded; a kind of which
///     nothing is left is not among them
/// @param eachType whether there is at least one character of each type
public record PasswordRules(int length, List<String> characterTypes, boolean eachType) {
    public static final int DEFAULT_LENGTH = 32;
    public static final String LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
    public static final String UPPERCASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    public static final String DIGITS = "0123456789";
    public static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private static final int MAX_LENGTH = 4096;

    public PasswordRules {
        characterTypes = List.copyOf(characterTypes);
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("PasswordLength must be 1 to " + MAX_LENGTH);
        }
        if (characterTypes.isEmpty()) {
            throw new IllegalArgumentException("no character is left for a password");
        }
        if (eachType && length < characterTypes.size()) {
            throw new IllegalArgumentException(
                    "PasswordLength is too small for one character of each type");
        }
    }

    String password(RandomGenerator random) {
        List<Character> characters = new ArrayList<>();
        if (eachType) {
            characterTypes.forEach(type -> characters.add(oneOf(type, random)));
        }
        String all = String.join("", characterTypes);
        while (characters.size() < length) {
            characters.add(oneOf(all, random));
        }
        StringBuilder password = new StringBuilder();
        while (!characters.isEmpty()) {
            password.append(characters.remove(random.nextInt(characters.size())).charValue());
        }
        return password.toString();
    }

    private static char oneOf(String characters, RandomGenerator random) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
