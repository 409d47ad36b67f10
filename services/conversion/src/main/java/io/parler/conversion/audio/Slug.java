package io.parler.conversion.audio;

import io.parler.hash.Sha256;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Turns a title into a file name: lower-case ASCII words joined by hyphens. Letters that have no
/// base letter in Unicode, and Cyrillic and Greek ones, have a common transliteration.
final class Slug {
    private static final int MAX_LENGTH = 60;

    /// Only the beginning of a title is normalized: the JDK sorts the marks of a letter in
    /// quadratic time.
    private static final int MAX_TITLE = 500;

    private static final int HASH_LENGTH = 8;

    private static final Map<Integer, String> LETTERS =
            table(
                    "ß ss ø o æ ae œ oe ð d þ th ł l đ d ħ h ı i ŋ ng ŧ t ĸ k ə e "
                            + "а a б b в v г g д d е e ж zh з z и i к k л l м m н n о o п p р r с s"
                            + " т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya і i є ye"
                            + " ґ g ђ dj ј j љ lj њ nj ћ c џ dz "
                            + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r"
                            + " σ s ς s τ t υ y φ f χ ch ψ ps ω o");

    /// These letters are not spoken, and have no transliteration.
    private static final String SIGNS = "ъьЪЬ";

    private Slug() {}

    /// A title without such letters, as in Japanese, gets a name of its own all the same.
    static String of(String title) {
        String slug =
                transliterated(
                                Normalizer.normalize(
                                                beginning(title).replaceAll("[йЙ]", "y"),
                                                Normalizer.Form.NFKD)
                                        .replaceAll("[\\p{M}\\p{Cf}" + SIGNS + "]", "")
                                        .toLowerCase(Locale.ROOT))
                        .replaceAll("['’]", "")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        if (slug.length() > MAX_LENGTH) {
            int word = slug.lastIndexOf('-', MAX_LENGTH);
            slug = slug.substring(0, word > 0 ? word : MAX_LENGTH);
        }
        return slug.isEmpty() ? "post-" + Sha256.hexOfAll(title).substring(0, HASH_LENGTH) : slug;
    }

    private static String transliterated(String text) {
        StringBuilder latin = new StringBuilder();
        text.codePoints()
                .forEach(c -> latin.append(LETTERS.getOrDefault(c, Character.toString(c))));
        return latin.toString();
    }

    private static String beginning(String title) {
        return title.substring(0, Math.min(title.length(), MAX_TITLE));
    }

    private static Map<Integer, String> table(String pairs) {
        Map<Integer, String> table = new HashMap<>();
        String[] all = pairs.split(" ", -1);
        for (int i = 0; i < all.length; i += 2) {
            table.put(all[i].codePointAt(0), all[i + 1]);
        }
        return table;
    }
}
