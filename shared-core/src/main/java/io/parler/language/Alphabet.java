package io.parler.language;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The letters beyond a to z of languages in the Latin script. In a short text they say more than
/// its trigrams: there is no "ø" in Swedish.
final class Alphabet {
    /// The bits that a letter costs in a language that does not have it.
    private static final double FOREIGN_LETTER = 6;

    /// The bits by which a language that few posts are written in must be ahead.
    private static final double RARE_LANGUAGE = 4;

    private static final Set<String> RARE = Set.of("af", "cy", "eu", "ga", "gl", "sq", "sw", "tl");
    private static final Map<String, String> LETTERS =
            Map.ofEntries(
                    Map.entry("af", "êëéèïôöûáî"),
                    Map.entry("ca", "àçéèíïòóúü"),
                    Map.entry("cs", "áčďéěíňóřšťúůýž"),
                    Map.entry("cy", "âêîôûŵŷáéíóúëïöẁẃ"),
                    Map.entry("da", "æøåé"),
                    Map.entry("de", "äöüß"),
                    Map.entry("en", "éïç"),
                    Map.entry("es", "áéíñóúü"),
                    Map.entry("et", "äõöüšž"),
                    Map.entry("eu", "ñçü"),
                    Map.entry("fi", "äöå"),
                    Map.entry("fr", "àâæçéèêëîïôœùûüÿ"),
                    Map.entry("ga", "áéíóú"),
                    Map.entry("gl", "áéíñóúüï"),
                    Map.entry("hr", "čćđšž"),
                    Map.entry("hu", "áéíóöőúüű"),
                    Map.entry("id", "é"),
                    Map.entry("is", "áðéíóúýþæö"),
                    Map.entry("it", "àèéìîòóù"),
                    Map.entry("lt", "ąčęėįšųūž"),
                    Map.entry("lv", "āčēģīķļņšūž"),
                    Map.entry("nb", "æøåéòô"),
                    Map.entry("nl", "éëïóöüèêá"),
                    Map.entry("pl", "ąćęłńóśźż"),
                    Map.entry("pt", "áâãàçéêíóôõúü"),
                    Map.entry("ro", "ăâîșțşţ"),
                    Map.entry("sk", "áäčďéíĺľňóôŕšťúýž"),
                    Map.entry("sl", "čšž"),
                    Map.entry("sq", "çë"),
                    Map.entry("sv", "åäöé"),
                    Map.entry("sw", ""),
                    Map.entry("tl", "ñ"),
                    Map.entry("tr", "çğıöşüâîû"),
                    Map.entry("vi", "àáâãèéêìíòóôõùúýăđĩũơư"));

    private Alphabet() {}

    /// The bits by which a language is less probable for the letters of a text.
    static double cost(String language, String text) {
        String letters = LETTERS.getOrDefault(language, "");
        long foreign =
                text.toLowerCase(Locale.ROOT)
                        .codePoints()
                        .filter(c -> c >= 0x80 && Character.isLetter(c))
                        .filter(c -> letters.indexOf(c) < 0 && !isVietnamese(language, c))
                        .count();
        return foreign * FOREIGN_LETTER + (RARE.contains(language) ? RARE_LANGUAGE : 0);
    }

    /// "ạ" to "ỹ".
    private static boolean isVietnamese(String language, int letter) {
        return language.equals("vi") && letter >= 0x1ea0 && letter <= 0x1ef9;
    }
}
