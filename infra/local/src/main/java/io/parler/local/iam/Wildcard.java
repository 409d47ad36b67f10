package io.parler.local.iam;

import java.util.regex.Pattern;

/// A text with wildcards as policies have them: `*` is any characters, `?` is one.
record Wildcard(String text, Pattern pattern) {

    /// For resources and values.
    static Wildcard of(String text) {
        return new Wildcard(text, Pattern.compile(regex(text), Pattern.DOTALL));
    }

    /// For actions, in which case has no meaning.
    static Wildcard ignoringCase(String text) {
        return new Wildcard(text, Pattern.compile(regex(text), Pattern.CASE_INSENSITIVE));
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }

    private static String regex(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
