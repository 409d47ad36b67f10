package io.parler.conversion.audio;

import java.text.Normalizer;
import java.util.Locale;

/// Turns a title into a file name: lower-case ASCII words joined by hyphens.
final class Slug {
    private static final int MAX_LENGTH = 60;

    /// Only the beginning of a title is normalized: the JDK sorts the marks of a letter in
    /// quadratic time.
    private static final int MAX_TITLE = 500;

    private static final String DEFAULT = "post";

    private Slug() {}

    static String of(String title) {
        String slug =
                Normalizer.normalize(beginning(title), Normalizer.Form.NFKD)
                        .replace("ß", "ss")
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("['’]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        if (slug.length() > MAX_LENGTH) {
            int word = slug.lastIndexOf('-', MAX_LENGTH);
            slug = slug.substring(0, word > 0 ? word : MAX_LENGTH);
        }
        return slug.isEmpty() ? DEFAULT : slug;
    }

    private static String beginning(String title) {
        return title.substring(0, Math.min(title.length(), MAX_TITLE));
    }
}
