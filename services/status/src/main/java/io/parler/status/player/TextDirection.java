package io.parler.status.player;

import java.util.Locale;
import java.util.Set;

/// The direction in which a language is written: the `dir` attribute of HTML.
enum TextDirection {
    LEFT_TO_RIGHT("ltr"),
    RIGHT_TO_LEFT("rtl");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg");

    /// Languages that are usually written in one of these scripts.
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES =
            Set.of(
                    "ar", "arz", "ary", "apc", "azb", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo",
                    "ps", "prs", "sd", "skr", "syr", "ug", "ur", "yi");

    private final String htmlName;

    TextDirection(String htmlName) {
        this.htmlName = htmlName;
    }

    String htmlName() {
        return htmlName;
    }

    /// Of a language tag; a script in it decides (`az-Arab`).
    static TextDirection of(String languageTag) {
        Locale locale = Locale.forLanguageTag(languageTag);
        boolean rightToLeft =
                locale.getScript().isEmpty()
                        ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                        : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
