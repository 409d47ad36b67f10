package io.parler.loadpost.dom;

import io.parler.language.LanguageTag;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads the language of an element's text.
public final class LanguageAttribute {
    private LanguageAttribute() {}

    /// The language by its `lang` attribute.
    public static Optional<String> of(Element element) {
        if (element.attributes().isEmpty()) {
            return Optional.empty();
        }
        String tag = element.attr("lang");
        return LanguageTag.of(tag.isBlank() ? element.attr("xml:lang") : tag);
    }
}
