package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Roman numerals after the names of rulers, where they are ordinal numbers, and after nouns.
final class RomanNumerals {
    private static final Map<Character, Integer> VALUES =
            Map.of('I', 1, 'V', 5, 'X', 10, 'L', 50, 'C', 100, 'D', 500, 'M', 1000);
    private static final Pattern VALID =
            Pattern.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
    private static final String NUMERAL = "[IVXLC]{1,8}";
    private static final String RULERS =
            "Louis|Henry|Elizabeth|George|Edward|Richard|Charles|William|James|Mary|Philip|Philippe|Napoleon|Napoléon|Frederick"
                    + "|Friedrich|Wilhelm|Kaiser|Nicholas|Alexander|Catherine|Peter|Ivan|Paul|Pius|Leo|Benedict|Gregory|Innocent|Urban"
                    + "|Clement|Sixtus|Julius|Boniface|Adrian|Celestine|Eugene|Alfonso|Ferdinand|Felipe|Carlos|Isabella|Joseph|Franz|Francis"
                    + "|Leopold|Albert|Baudouin|Gustav|Gustaf|Oscar|Carl|Karl|Christian|Margrethe|Haakon|Harald|Olav|Ramses|Rameses|Ramesses"
                    + "|Thutmose|Amenhotep|Seti|Ptolemy|Cleopatra|Darius|Xerxes|Artaxerxes|Cyrus|Antiochus|Seleucus|Mithridates|Philopator"
                    + "|Mehmed|Mehmet|Murad|Selim|Suleiman|Abdul|Hassan|Hussein|Mohammed|Abdullah|Rama|Pedro|João|John|Manuel|Umberto|Emmanuel"
                    + "|Ludwig|Otto|Maximilian|Rudolf|Ferdinand|Sigismund|Wenceslas|Stephen|Casimir|Robert|David|Malcolm|Kenneth|Alexios|Michael"
                    + "|Constantine|Theodosius|Justinian|Valentinian|Leo|Basil|Andronikos|Romanos|Beatrix|Juliana|Wilhelmina|Tiberius|Roman|Victoria|Hugh|Amadeus|Victor|Harold|Eric|Erik|Magnus|Thomas|Anne|Jean|Honoré|Albert|Hirohito|Salman|Tutankhamun|Nebuchadnezzar|Shapur|Tigranes";
    /// An X after these is a letter.
    private static final Set<String> NAMED =
            Set.of(
                    "model", "area", "zone", "sector", "group", "type", "class", "panel", "column",
                    "plate", "unit", "region", "rule", "formula", "number", "version", "factor");

    private static final String NOUNS =
            "World"
                    + " War|Chapter|Part|Volume|Vol\\.?|Book|Act|Scene|Section|Article|Appendix|Phase|Type|Class|Level|Stage|Title|Figure|Table|Episode|Season|War|Super"
                    + " Bowl|SuperBowl|Rocky|Rambo|Mark|Mk\\.?|Grade|Category|Tier|Unit|Lesson|Canto|Psalm|Schedule|Amendment"
                    + "|Division|Group|Round|Version|Fantasy|Saturn|Factor|Vatican|Event|Plate|Table|Step|Exhibit|Annex|Column|Century|Chapitre|Civilization|Street"
                    + " Fighter|Diablo|Godfather|Halloween|Terminator|Star"
                    + " Wars|Symphony|Sonata|Concerto|Op\\.|Corps|Legion|Region|Pentium|Apple|Ultima|Warcraft|Evil|Quest|Alien|Dynasty|Wrestlemania|WrestleMania|Olympiad|Meditation|Dialogue|Proposition|Theorem|Lemma|Axiom|Law|Rule|Formula|Model|Zone|Area|Sector|Mission|Apollo|Gemini|Cranial"
                    + " Nerve|Nerve|Lead|Panel|Movement|Number";

    /// "Louis XIV", "World War II", "Chapter IV", "Acts I–III", "the XIXth century".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])WW(?<numeral>I{1,3}|\\d)(?![\\p{L}\\p{N}])",
                            found ->
                                    "World War "
                                            + (found.group("numeral").startsWith("I")
                                                    ? number(found.group("numeral"))
                                                    : found.group("numeral"))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])M[MDCLXVI]{3,12}(?![\\p{L}\\p{N}])",
                            RomanNumerals::year),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])Mk\\.?(?= ?(?:[IVX]{1,5}|\\d)(?!\\p{L}))",
                            _ -> "Mark "),
                    Rule.of(
                            "^(?<numeral>[IVX]{2,6})(?=\\. \\p{Lu})",
                            found -> number(found.group("numeral"))),
                    Rule.of(
                            "(?=[IVXLC])(?<=(?<!\\p{L})(?:"
                                    + RULERS
                                    + ") )(?<numeral>"
                                    + NUMERAL
                                    + ")(?<s>[’']s)?(?![\\p{L}\\p{N}-]|\\.\\p{Lu})",
                            RomanNumerals::ruler),
                    Rule.of(
                            "(?=[IVXLCivxl])(?<=(?<!\\p{L})(?i:"
                                    + NOUNS
                                    + ")s? )(?<numeral>(?:"
                                    + NUMERAL
                                    + "|[ivxl]{1,6}))(?<more>(?:(?:, (?:and )?|,? and |,? or | to | of |"
                                    + " ?[–-] ?)(?:"
                                    + NUMERAL
                                    + "|[ivxl]{2,6})){0,6})(?![\\p{L}\\p{N}])",
                            RomanNumerals::noun),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<numeral>"
                                    + NUMERAL
                                    + ")(?:th|st|nd|rd)?(?="
                                    + " (?:[Cc]entury|[Cc]enturies|[Dd]ynasty|[Cc]orps|Legion|Olympi\\p{L}+|Congress)\\b)",
                            found ->
                                    found.group("numeral").length() > 1
                                                    || "VX".contains(found.group("numeral"))
                                            ? ordinalDigits(found)
                                            : null),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<numeral>[VX][IVXLC]{0,7}|I[VX]|II+)(?:th|nd|rd)(?![\\p{L}\\p{N}])",
                            RomanNumerals::ordinalDigits),
                    Rule.of(
                            "(?=[ivxl])(?<=(?<!\\p{L})(?:pp?\\.|pages?)"
                                    + " )(?<numeral>[ivxl]{1,7})(?<more>(?: ?[–-]"
                                    + " ?[ivxl]{1,7})?)(?![\\p{L}\\p{N}])",
                            RomanNumerals::noun),
                    Rule.of(
                            "(?<=^|[\\s])\\((?<numeral>[ivx]{1,5})\\)(?= )",
                            found -> number(found.group("numeral"))),
                    Rule.of("(?=X)(?<=(?:iPhone|OS) )X(?![\\p{L}\\p{N}])", _ -> "ten"),
                    Rule.of(
                            "(?=[IVX])(?<=\\p{Lu}\\p{Ll}{2,20}"
                                    + " )(?<numeral>[IVX]{2,6})(?<s>[’']s)?(?![\\p{L}\\p{N}-])",
                            RomanNumerals::name));

    private RomanNumerals() {}

    private static @Nullable String ruler(Found found) {
        String numeral = found.group("numeral");
        int value = value(numeral);
        if (value == 0 || value > 100 || isLetter(numeral)) {
            return null;
        }
        boolean doubtful = numeral.equals("I") || numeral.equals("C");
        if (doubtful
                && !found.after()
                        .matches(
                                "(?s)|[,.;:)’'].*|"
                                        + " (?:of|was|died|became|ruled|reigned|and|had|married|is|in|by|to)\\b.*")) {
            return null;
        }
        if (numeral.equals("X") && found.wordBefore().equals("malcolm")) {
            return null;
        }
        return "the " + capitalized(EnglishNumbers.ordinal(value)) + found.group("s");
    }

    private static @Nullable String noun(Found found) {
        String numeral = found.group("numeral");
        String first = number(numeral);
        boolean name =
                isLetter(numeral) || (numeral.equals("X") && NAMED.contains(found.wordBefore()));
        if (first == null
                || name
                || (found.group("numeral").equals("I")
                        && found.after()
                                .matches(
                                        " (?:am|have|think|will|would|can|do|did|don|know|want|was|had|saw|like|see)\\b.*"))) {
            return null;
        }
        Matcher numerals =
                Pattern.compile("[IVXLCivxlc]+(?!\\p{L})(?<!\\p{L}{9})")
                        .matcher(found.group("more"));
        return first
                + numerals.replaceAll(
                                one ->
                                        number(one.group()) == null
                                                ? one.group()
                                                : number(one.group()))
                        .replaceAll(" ?[–-] ?", " to ");
    }

    private static @Nullable String name(Found found) {
        int value = value(found.group("numeral"));
        if (value == 0 || value > 50) {
            return null;
        }
        boolean person =
                found.before()
                        .matches(
                                "(?s).*(?<!\\p{L})(?:"
                                        + RULERS
                                        + ") \\p{Lu}[\\p{L}.]* (?:\\p{Lu}\\p{L}* )?");
        return person && value < 9
                ? "the " + capitalized(EnglishNumbers.ordinal(value)) + found.group("s")
                : EnglishNumbers.cardinal(value) + found.group("s");
    }

    private static @Nullable String ordinalDigits(Found found) {
        int value = value(found.group("numeral"));
        return value == 0 ? null : EnglishNumbers.ordinalDigits(Integer.toString(value));
    }

    private static @Nullable String number(String numeral) {
        int value = value(numeral.toUpperCase(java.util.Locale.ROOT));
        return value == 0 || value > 999 ? null : EnglishNumbers.cardinal(value);
    }

    /// "Class C", "Appendix L".
    static boolean isLetter(String numeral) {
        return numeral.equals("C") || numeral.equals("L") || numeral.equals("D");
    }

    /// "MCMXCIV".
    private static @Nullable String year(Found found) {
        int value = value(found.written());
        return value >= 1100 && value < 2100 ? Integer.toString(value) : null;
    }

    /// 0 for what is no numeral.
    static int value(String numeral) {
        if (!VALID.matcher(numeral).matches()) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int value = VALUES.getOrDefault(numeral.charAt(i), 0);
            boolean smaller =
                    i + 1 < numeral.length()
                            && value < VALUES.getOrDefault(numeral.charAt(i + 1), 0);
            sum += smaller ? -value : value;
        }
        return sum;
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
