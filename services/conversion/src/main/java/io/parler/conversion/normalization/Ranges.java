package io.parler.conversion.normalization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ranges, scores and ratios: two numbers with a dash or a colon between them. Also numbers whose
/// digits are grouped in an unusual way.
final class Ranges {
    private static final String BOOKS =
            "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Hosea|Amos|Jonah|Micah|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|Peter|Jude|Revelation|Quran|Qur’an|Surah";

    /// "10–20", "3-1", "16:9", "1 000 000", "1'000'000", "1_000_000", "A–Z".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/:])(?<!\\d[.,])(?<from>"
                                    + EnglishNumbers.NUMBER
                                    + ") ?(?<sign>%|°)? ?[–—] ?(?<to>"
                                    + EnglishNumbers.NUMBER
                                    + ")(?<end>%|°)?(?![\\p{L}\\p{N}/])(?![–—.,:]\\d)",
                            Ranges::range),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/:-])(?<!\\d[.,])(?<from>"
                                    + EnglishNumbers.NUMBER
                                    + ")(?<sign>%)?-(?<to>"
                                    + EnglishNumbers.NUMBER
                                    + ")(?<end>%)?(?![\\p{L}\\p{N}/])(?![-.,:]\\d)(?! ?=)",
                            Ranges::range),
                    Rule.of(
                            "(?=\\d)(?<=(?:"
                                    + BOOKS
                                    + ") )(?<chapter>\\d{1,3}):(?<from>\\d{1,3})(?: ?[–-] ?(?<to>\\d{1,3}))?(?![\\p{L}\\p{N}:]|[.,]\\d)",
                            found ->
                                    found.group("chapter")
                                            + (found.has("to")
                                                    ? " verses "
                                                            + found.group("from")
                                                            + " to "
                                                            + found.group("to")
                                                    : " verse " + found.group("from"))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/:.,])(?<a>\\d{1,2}):(?<b>\\d|\\d{3,6})(?![\\p{L}\\p{N}:])",
                            found -> found.group("a") + " to " + found.group("b")),
                    Rule.of(
                            "(?=\\d)(?<=(?i:odds|ratio|scale|score|aspect|mix|margin|majority)(?:"
                                    + " of| is| was)? )(?<a>\\d{1,2}):(?<b>\\d{2})(?![\\p{L}\\p{N}:])",
                            found -> found.group("a") + " to " + found.group("b")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,'’])\\d{1,3}(?:"
                                    + " \\d{3}){1,5}(?![\\p{L}\\p{N}'’-])(?! \\d)",
                            Ranges::grouped),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,'’_])\\d{1,3}(?:['’_]\\d{3}){1,5}(?![\\p{L}\\p{N}_])",
                            found -> found.written().replaceAll("['’_]", ",")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<from>\\p{Lu})[–—](?<to>\\p{Lu})(?![\\p{L}\\p{N}])",
                            found -> found.group("from") + " to " + found.group("to")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/])(?<word>\\p{L}{1,12})/or(?![\\p{L}/])",
                            found -> found.group("word") + " or"),
                    Rule.of("(?<![\\p{L}\\p{N}/])s/he(?![\\p{L}/])", _ -> "she or he"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/])(?<a>he|she|his|her|him|him|her)/(?<b>she|he|her|his|him|they)(?![\\p{L}/])",
                            found -> found.group("a") + " or " + found.group("b")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/.])(?<a>\\p{Lu}{1,5})/(?<b>\\p{Lu}{1,5})(?![\\p{L}\\p{N}/])",
                            found -> found.group("a") + " " + found.group("b")));

    private Ranges() {}

    private static @Nullable String range(Found found) {
        String from = EnglishNumbers.grouped(found.group("from"));
        String to = EnglishNumbers.grouped(found.group("to"));
        if (found.written().matches("\\d{1,2}-\\d{1,2}") && found.before().endsWith("#")) {
            return null;
        }
        boolean code = found.match().group().contains("-") && isCode(from, to);
        if (code || found.wordBefore().matches("boeing|airbus|model|zip|ein")) {
            return null;
        }
        if (from.equals("50") && to.equals("50")) {
            return "fifty fifty";
        }
        String unit =
                found.group("end").isEmpty()
                        ? ""
                        : found.group("end").equals("%") ? " percent" : " degrees";
        return from + " to " + to + unit;
    }

    /// "90210-1234", "12-3456789".
    private static boolean isCode(String from, String to) {
        boolean years = from.length() == 4 && to.length() <= 4;
        boolean plain = from.matches("\\d+") && to.matches("\\d+");
        return plain
                && !years
                && (to.length() - from.length() > 3
                        || (from.length() > to.length() && from.length() > 3));
    }

    private static @Nullable String grouped(Found found) {
        return found.written().startsWith("0") ? null : found.written().replace(' ', ',');
    }
}
