package io.parler.status.player;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The player's own texts in one language.
///
/// @param language the tag of the language that they are in
public record PlayerTexts(String language, Map<String, String> texts) {
    private static final String DEFAULT_LANGUAGE = "en";

    public PlayerTexts {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /// The texts for a post in this language; English ones if there are none in it.
    static PlayerTexts of(Map<String, Map<String, String>> byLanguage, String languageTag) {
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        String known = byLanguage.containsKey(language) ? language : DEFAULT_LANGUAGE;
        return new PlayerTexts(known, Objects.requireNonNull(byLanguage.get(known), "no texts"));
    }

    String of(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    /// A text with a value in the place of `{placeholder}`.
    String of(String name, String placeholder, String value) {
        return of(name).replace("{" + placeholder + "}", value);
    }
}
