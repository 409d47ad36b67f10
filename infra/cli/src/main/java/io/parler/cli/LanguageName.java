package io.parler.cli;

import java.util.Locale;
import java.util.Map;

/// Names languages for people: `de` is German, `pt-BR` is Portuguese (Brazil).
final class LanguageName {
    /// Tags of Polly that are not in the language tags' registry.
    private static final Map<String, String> OTHERS =
            Map.of("en-GB-WLS", "English (Wales)", "arb", "Arabic", "cmn-CN", "Chinese (China)");

    private LanguageName() {}

    static String of(String tag) {
        String other = OTHERS.get(tag);
        return other != null ? other : Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }

    /// `pt-BR` is Portuguese.
    static String withoutRegion(String tag) {
        return of(tag.replaceFirst("-.*", ""));
    }
}
