package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Roman numerals after the names of rulers, with centuries, and after nouns.
final class ContinentalNumerals {
    private static final String NUMERAL = "(?<numeral>[IVXLC]{1,8})";

    private final Phrases phrases;
    private final Map<String, String> masculine;
    private final Map<String, String> feminine;

    ContinentalNumerals(Phrases phrases) {
        this.phrases = phrases;
        this.masculine = phrases.section("ordinals masculine");
        this.feminine = phrases.section("ordinals feminine");
    }

    /// "Ludwig XIV.", "XIXe siècle", "siglo XIX", "Kapitel IV", "Rocky IV".
    List<Rule> rules() {
        String kings = phrases.alternatives("rulers");
        String queens = phrases.alternatives("queens");
        String stop = phrases.language().equals("de") ? "\\.?" : "(?:er|ère|re|º|ª|e)?";
        return List.of(
                Rule.of(
                        "(?=[IVXLC])(?<=(?<!\\p{L})(?:"
                                + kings
                                + ") )"
                                + NUMERAL
                                + stop
                                + "(?![\\p{L}\\p{N}-])",
                        found -> ruler(found, masculine, "masculine")),
                Rule.of(
                        "(?=[IVXLC])(?<=(?<!\\p{L})(?:"
                                + queens
                                + ") )"
                                + NUMERAL
                                + stop
                                + "(?![\\p{L}\\p{N}-])",
                        found -> ruler(found, feminine, "feminine")),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])"
                                + NUMERAL
                                + "(?<suffix>\\.|ᵉ|ème|eme|er|re|ère|[eº°ª])?(?=[ -](?<noun>"
                                + phrases.alternatives("centuries")
                                + ")(?!\\p{L}))",
                        this::beforeNoun),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])(?<numeral>[VX][IVXLC]{0,7}|I[VX]|II+|I(?=er|re|ère))(?<suffix>ᵉ|ème|eme|ère|er|re|e)(?![\\p{L}\\p{N}])",
                        this::beforeNoun),
                Rule.of(
                        "(?=[IVXLC])(?<=(?<!\\p{L})(?:"
                                + phrases.alternatives("nouns")
                                + ") )(?<numeral>[IVXLC]{1,8})(?:(?<mid> ?[–-]"
                                + " ?| (?:y|e|et|und|en|a|al|à|bis) )(?<last>[IVXLC]{1,8}))?(?![\\p{L}\\p{N}])",
                        this::afterNoun),
                phrases.ruleIn(
                        Set.of("it"),
                        "(?<![\\p{L}\\p{N}])(?<numeral>[IVX]{1,6})(?= sec\\.)",
                        this::beforeNoun),
                phrases.ruleIn(
                        Set.of("it", "es", "pt"),
                        "(?<![\\p{L}\\p{N},.])(?<number>\\d{1,2})°(?= (?:de )?\\p{L}{3})",
                        found -> masculine.get(found.group("number"))),
                Rule.of(
                        "(?=[IVX])(?<=\\p{Lu}\\p{Ll}{2,20} )(?<numeral>(?:[VX][IVX]{1,5}|I[IVX]{1,5}))(?![\\p{L}\\p{N}.-])",
                        found -> digits(found.group("numeral"))));
    }

    private @Nullable String ruler(Found found, Map<String, String> ordinals, String gender) {
        int value = RomanNumerals.value(found.group("numeral"));
        if (value == 0 || value > 40 || found.after().matches("(?s)\\.\\p{L}.*")) {
            return null;
        }
        String ordinal = ordinals.getOrDefault(Integer.toString(value), "");
        String article = phrases.section("ruler form").get(gender);
        if (article != null) {
            String spoken = article + " " + ordinal;
            return found.written().endsWith(".") && isSentenceEnd(found) ? spoken + "." : spoken;
        }
        if (phrases.language().equals("fr")) {
            return value == 1 ? ordinal : Integer.toString(value);
        }
        String until = phrases.section("ordinals until").keySet().stream().findFirst().orElse("40");
        return value <= Integer.parseInt(until) ? ordinal : Integer.toString(value);
    }

    private static boolean isSentenceEnd(Found found) {
        return found.after().isBlank();
    }

    private @Nullable String beforeNoun(Found found) {
        int value = RomanNumerals.value(found.group("numeral"));
        if (value == 0 || (found.group("numeral").length() == 1 && !isOrdinal(found, value))) {
            return null;
        }
        boolean hasNoun = found.match().namedGroups().containsKey("noun") && found.has("noun");
        String noun = hasNoun ? found.group("noun") : "";
        String number = Integer.toString(value);
        return switch (phrases.language()) {
            case "de" -> number + ".";
            case "nl" -> number + "e";
            case "fr" -> value == 1 ? "premier" : masculine.getOrDefault(number, number + "e");
            default ->
                    (noun.matches(
                                            "(?i)guerras?|rep[uú]bb?lica|inter(?:n|z)a.*|edici[oó]n|edizione|edição|cumbre|semana|feria|copa|c[uú]pula|olimpiade|legione")
                                    ? feminine
                                    : masculine)
                            .getOrDefault(number, number);
        };
    }

    private boolean isOrdinal(Found found, int value) {
        return found.has("suffix")
                || (value > 1 && value != 100 && value != 50)
                || !found.group("numeral").equals("I")
                || phrases.language().matches("es|it|pt");
    }

    private @Nullable String afterNoun(Found found) {
        String first = digits(found.group("numeral"));
        if (first == null || !found.has("last")) {
            return first;
        }
        String last = digits(found.group("last"));
        String middle = found.group("mid").strip();
        String link = middle.matches("[–-]") ? phrases.word("to") : middle;
        return last == null ? null : first + " " + link + " " + last;
    }

    private static @Nullable String digits(String numeral) {
        int value = RomanNumerals.isLetter(numeral) ? 0 : RomanNumerals.value(numeral);
        return value == 0 || value > 999 ? null : Integer.toString(value);
    }
}
