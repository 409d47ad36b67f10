package io.parler.request;

import java.util.regex.Pattern;

/// The syntax of a language tag (BCP 47). Whether a voice speaks the language is checked later.
final class LanguageTag {
    static final String ERROR = "must be a language tag such as en-GB";

    private static final int MAX_LENGTH = 35;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private LanguageTag() {}

    static boolean isValid(String tag) {
        return tag.length() <= MAX_LENGTH && SYNTAX.matcher(tag).matches();
    }
}
