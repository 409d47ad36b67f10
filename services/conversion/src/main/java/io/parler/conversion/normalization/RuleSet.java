package io.parler.conversion.normalization;

import java.util.List;
import java.util.Locale;

/// The rules of a language. Of two rules that match the same place, the first applies.
record RuleSet(Locale locale, List<RuleGroup> groups) {
    static RuleSet forLanguage(String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<RuleGroup> groups =
                switch (locale.getLanguage()) {
                    case "en" -> English.RULES;
                    default ->
                            Phrases.has(locale.getLanguage())
                                    ? Continental.rules(locale.getLanguage())
                                    : List.of();
                };
        return new RuleSet(locale, groups);
    }
}
