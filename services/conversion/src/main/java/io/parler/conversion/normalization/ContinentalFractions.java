package io.parler.conversion.normalization;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fractions, with a whole number before them or not.
final class ContinentalFractions {
    private static final String SIGNS = "[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]";

    private final Phrases phrases;
    private final Map<String, String> fractions;
    private final Map<String, String> cardinals;
    private final Map<String, String> halves;
    private final Map<String, String> halfBefore;
    private final Map<String, String> units;

    ContinentalFractions(Phrases phrases) {
        this.phrases = phrases;
        this.fractions = phrases.section("fractions");
        this.cardinals = phrases.section("cardinals");
        this.halves = split(phrases.section("halves"));
        this.halfBefore = split(phrases.section("half before"));
        this.units = phrases.sections("more units", "units");
    }

    /// "½ Liter", "2½", "2/3", "1 1/2".
    List<Rule> rules() {
        String noun = "(?: (?<noun>\\p{L}{1,20})(?![\\p{L}²³/]))?";
        return List.of(
                Rule.of(
                        "(?<![\\p{L}\\p{N}.,/])(?:(?<whole>\\d{1,4})[ -]?)?(?<sign>"
                                + SIGNS
                                + ")"
                                + noun
                                + "(?![\\p{N}/])",
                        this::sign),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.,/$€£-])(?:(?<whole>\\d{1,3})"
                                + " )?(?<above>\\d{1,2})[/⁄](?<below>\\d{1,2})(?![\\p{L}\\p{N}/%]|[.,]\\d|-\\d)"
                                + noun,
                        this::written));
    }

    private static Map<String, String> split(Map<String, String> section) {
        Map<String, String> all = new LinkedHashMap<>();
        section.forEach(
                (names, word) -> {
                    for (String name : names.split("\\|", -1)) {
                        all.put(name, word);
                    }
                });
        return all;
    }

    private @Nullable String sign(Found found) {
        String[] parts = Normalizer.normalize(found.group("sign"), Form.NFKC).split("\u2044", -1);
        return fraction(found, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private @Nullable String written(Found found) {
        int above = Integer.parseInt(found.group("above"));
        int below = Integer.parseInt(found.group("below"));
        if (found.group("whole").isEmpty()) {
            if (above + below == 100) {
                return above + " " + below;
            }
            if (below == 10 && above != 1 && above <= below) {
                return above + " " + phrases.word("out of") + " " + below + rest(found);
            }
        }
        boolean named = below == 2 || fractions.containsKey(Integer.toString(below));
        if (above >= below || !named) {
            return null;
        }
        return fraction(found, above, below);
    }

    private static String rest(Found found) {
        return found.has("noun") ? " " + found.group("noun") : "";
    }

    private @Nullable String fraction(Found found, int above, int below) {
        String whole = found.group("whole");
        boolean several = !whole.isEmpty() || above > 1;
        String noun =
                Continental.name(
                        units.getOrDefault(found.group("noun"), found.group("noun")), !several);
        String rest = noun.isEmpty() ? "" : " " + noun;
        if (below == 2) {
            return whole.isEmpty() ? half(noun) + rest : mixedHalf(whole, noun);
        }
        String part =
                above == 1
                        ? fractions.getOrDefault("1/" + below, "")
                        : cardinals.getOrDefault(Integer.toString(above), "")
                                + " "
                                + fractions.getOrDefault(Integer.toString(below), "");
        if (part.isBlank()) {
            return null;
        }
        return (whole.isEmpty() ? part : whole + " " + phrases.word("and") + " " + part) + rest;
    }

    private String half(String noun) {
        if (phrases.language().equals("fr")) {
            return halves.getOrDefault(noun, "demi").equals("demie") ? "une demi" : "un demi";
        }
        return halfBefore.getOrDefault(noun, fractions.getOrDefault("2", ""));
    }

    /// "zweieinhalb Liter", "2 heures et demie", "anderhalf uur".
    private String mixedHalf(String whole, String noun) {
        String rest = noun.isEmpty() ? "" : " " + noun;
        String and = phrases.word("and");
        if (phrases.language().equals("de")) {
            return (whole.equals("1") ? "ein" : cardinals.getOrDefault(whole, whole + " "))
                    + "einhalb"
                    + rest;
        }
        if (phrases.language().equals("nl")) {
            boolean inflected = halfBefore.containsKey(noun);
            return (whole.equals("1")
                            ? (inflected ? "anderhalve" : "anderhalf")
                            : whole + " en een " + (inflected ? "halve" : "half"))
                    + rest;
        }
        String after = halves.get(noun);
        if (whole.equals("1") && halves.containsKey(noun.replaceFirst("s$", ""))) {
            rest = rest.replaceFirst("s$", "");
        }
        return after == null
                ? whole + " " + phrases.word("and a half") + rest
                : whole + rest + " " + and + " " + after;
    }
}
