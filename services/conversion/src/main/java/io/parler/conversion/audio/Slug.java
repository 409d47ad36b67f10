package io.parler.conversion.audio;

import java.text.Normalizer;
import java.util.Locale;

/// Turns a title into a file name: lower-case ASCII words joined by hyphens.
final class Slug {
    private static final int MAX_LENGTH = 60;
    private static final String DEFAULT = "post";

    private Slug() {}

    static String of(String title) {
        String slug =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
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
}
