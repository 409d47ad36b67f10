package io.parler.loadpost.language;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Parses the language tags of pages and feeds: BCP 47, or nearly.
public final class LanguageTag {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /// Tags that name no language.
    private static final Set<String> NONE = Set.of("und", "zxx", "mul", "mis");

    private LanguageTag() {}

    /// The language of an element's text, by its `lang` attribute.
    public static Optional<String> of(Element element) {
        if (element.attributes().isEmpty()) {
            return Optional.empty();
        }
        String tag = element.attr("lang");
        return of(tag.isBlank() ? element.attr("xml:lang") : tag);
    }

    public static Optional<String> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String tag = text.split(",", 2)[0].strip().replace('_', '-');
        return tag.length() < 36 && TAG.matcher(tag).matches() && !NONE.contains(primary(tag))
                ? Optional.of(tag)
                : Optional.empty();
    }

    /// The tag that a feed or a page names, if it is well-formed.
    public static Optional<String> wellFormed(String text) {
        return Optional.of(text.strip().replace('_', '-')).filter(TAG.asMatchPredicate());
    }

    /// The primary subtag: the language without script and region.
    public static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
