package io.parler.conversion.normalization;

import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fractions, with a whole number before them or not.
final class Fractions {
    private static final Map<Integer, String> DENOMINATORS =
            Map.of(
                    3,
                    "third",
                    4,
                    "quarter",
                    5,
                    "fifth",
                    6,
                    "sixth",
                    7,
                    "seventh",
                    8,
                    "eighth",
                    9,
                    "ninth",
                    10,
                    "tenth",
                    16,
                    "sixteenth",
                    32,
                    "thirty second");
    private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";

    /// What is measured in halves and quarters: "half a cup".
    private static final String MEASURES =
            "(?<measure>"
                    + " (?:cups?|tsp\\.?|tbsp\\.?|teaspoons?|tablespoons?|pounds?|lbs?\\.?|ounces?|oz\\.?|pints?|quarts?|gallons?|miles?|inch(?:es)?|in\\.|hours?|minutes?|dozen|liters?|litres?|kilos?|kg|km|m|cm|mm|mile|yards?|ft|feet|foot|acres?|stick|slice|page|day|year|century|million|billion)(?![\\p{L}.]))?";

    /// "½ cup", "1½", "3/4", "1 1/2", "3¹/₂", "8/10", "24/7".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>\\d{1,4})[ -]?(?<sign>["
                                    + SIGNS
                                    + "])"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            Fractions::sign),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>)(?<sign>["
                                    + SIGNS
                                    + "])"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            Fractions::sign),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>\\d{1,4}(?=[ ⁰¹²³⁴-⁹]))?["
                                    + " -]?(?<above>[⁰¹²³⁴-⁹]{1,2})[/⁄](?<below>[₀-₉]{1,3}|\\d{1,3})"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            Fractions::written),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/$€£])(?:(?<whole>\\d{1,3})["
                                    + " -])?(?<above>\\d{1,2})[/⁄](?<below>\\d{1,3})"
                                    + MEASURES
                                    + "(?![\\p{L}\\p{N}/%]|[.,]\\d|-\\d)",
                            Fractions::written));

    private Fractions() {}

    private static String sign(Found found) {
        String[] parts =
                java.text.Normalizer.normalize(found.group("sign"), Form.NFKC).split("\u2044", -1);
        return words(found, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static @Nullable String written(Found found) {
        int above =
                Integer.parseInt(java.text.Normalizer.normalize(found.group("above"), Form.NFKC));
        int below =
                Integer.parseInt(java.text.Normalizer.normalize(found.group("below"), Form.NFKC));
        boolean mixed = !found.group("whole").isEmpty();
        boolean measured = found.has("measure");
        if (above == below && !mixed) {
            return above == 50 || above == 100
                    ? above + " " + below
                    : above == 1 ? null : above + " out of " + below;
        }
        if (mixed && (above >= below || !(below == 2 || DENOMINATORS.containsKey(below)))) {
            return null;
        }
        boolean rating =
                found.before()
                        .matches(
                                "(?i).*\\b(?:rate[ds]?|score[ds]?|scoring|rating(?: of)?|gave"
                                        + " (?:it|us|me)|graded?|got)(?: an?| it| the \\w+)? ?");
        if (!mixed
                && !measured
                && above < below
                && (rating || below == 100 || (below == 10 && above > 1))) {
            return above + " out of " + below;
        }
        if (above < below && (below == 2 || DENOMINATORS.containsKey(below))) {
            return words(found, above, below);
        }
        return above + " over " + below;
    }

    private static String words(Found found, int above, int below) {
        String whole = found.group("whole");
        String measure = found.group("measure").strip();
        boolean mixed = !whole.isEmpty();
        String unit = measure.isEmpty() ? "" : " " + unit(measure, mixed);
        if (mixed) {
            String part =
                    above == 1
                            ? article(below)
                            : EnglishNumbers.cardinal(above) + " " + part(below) + "s";
            return whole + " and " + part + unit;
        }
        if (below == 2) {
            return measure.isEmpty() ? "one half" : "half " + articleFor(measure) + unit;
        }
        String part = EnglishNumbers.cardinal(above) + " " + part(below) + (above == 1 ? "" : "s");
        if (measure.isEmpty()) {
            return part;
        }
        String singular = unit(measure, false);
        return part + " of " + articleFor(measure) + " " + singular;
    }

    private static String article(int below) {
        return below == 2 ? "a half" : (below == 8 ? "an " : "a ") + part(below);
    }

    private static String articleFor(String measure) {
        return measure.matches("(?i)(?:o(?:z|un)|in|ho|ac).*") ? "an" : "a";
    }

    private static String part(int below) {
        return below == 2 ? "half" : DENOMINATORS.getOrDefault(below, Integer.toString(below));
    }

    private static String unit(String measure, boolean several) {
        String one =
                switch (measure.replace(".", "")) {
                    case "tsp" -> "teaspoon";
                    case "tbsp" -> "tablespoon";
                    case "lb", "lbs" -> "pound";
                    case "oz" -> "ounce";
                    case "in", "inches" -> "inch";
                    case "ft", "feet" -> "foot";
                    case "kg" -> "kilogram";
                    case "km" -> "kilometer";
                    case "m" -> "meter";
                    case "cm" -> "centimeter";
                    case "mm" -> "millimeter";
                    case "dozen", "million", "billion" -> measure;
                    default -> measure.replaceFirst("s$", "");
                };
        if (!several || one.matches("dozen|million|billion")) {
            return one;
        }
        return one.equals("foot")
                ? "feet"
                : one.equals("inch") ? "inches" : one.equals("century") ? "centuries" : one + "s";
    }
}
