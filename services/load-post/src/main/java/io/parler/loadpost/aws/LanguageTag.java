package io.parler.loadpost.aws;

import java.util.Optional;
import java.util.regex.Pattern;

/// What pages and feeds call their language, where it is a language tag (BCP 47).
final class LanguageTag {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private LanguageTag() {}

    public static Optional<String> of(String language) {
        return Optional.of(language.strip().replace('_', '-'))
                .filter(text -> TAG.matcher(text).matches());
    }
}
