package io.parler.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Parses language tags of pages, feeds and requests: BCP 47, or nearly. Old codes become those
/// that are used today.
public final class LanguageTag {
    private static final int MAX_LENGTH = 35;
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /// Tags that name no language.
    private static final Set<String> NONE = Set.of("und", "zxx", "mul", "mis");

    /// Codes that were replaced, but which old software still writes; and Norwegian without its
    /// written form, which is nearly always Bokmål.
    private static final Map<String, String> REPLACED =
            Map.of("iw", "he", "in", "id", "ji", "yi", "sh", "sr", "mo", "ro", "no", "nb");

    private LanguageTag() {}

    /// The tag that a page or a feed declares. Empty if it names no language.
    public static Optional<String> of(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String tag = text.split(",", 2)[0].strip().replace('_', '-');
        return isValid(tag) && !NONE.contains(primary(tag))
                ? Optional.of(current(tag))
                : Optional.empty();
    }

    /// The tag, if it is well-formed.
    public static Optional<String> wellFormed(String text) {
        return Optional.of(text.strip().replace('_', '-'))
                .filter(TAG.asMatchPredicate())
                .map(LanguageTag::current);
    }

    public static boolean isValid(String tag) {
        return tag.length() <= MAX_LENGTH && TAG.matcher(tag).matches();
    }

    /// The tag with the code that is used today: `he-IL` for `iw-IL`.
    public static String current(String tag) {
        String primary = primary(tag);
        String replacement = REPLACED.get(primary);
        return replacement == null ? tag : replacement + tag.substring(primary.length());
    }

    /// The primary subtag: the language without script and region.
    public static String primary(String tag) {
        int end = tag.indexOf('-');
        return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
}
