package io.parler.conversion.normalization;

import java.text.Normalizer.Form;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fractions, with a whole number before them or not.
final class Fractions {
    private static final Set<Integer> DENOMINATORS =
            Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 32, 64, 100, 1000);
    private static final String SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";

    /// What is measured in halves and quarters: "half a cup".
    private static final String MEASURES =
            "(?<measure>"
                    + " (?:cups?|tsp\\.?|tbsp\\.?|teaspoons?|tablespoons?|pounds?|lbs?\\.?|ounces?|oz\\.?|pints?|quarts?|gallons?|miles?|inch(?:es)?|in\\.|hours?|minutes?|dozen|liters?|litres?|kilos?|kg|km|m|cm|mm|mile|yards?|ft|feet|foot|acres?|stick|slice|page|day|year|century|million|billion)(?![\\p{L}.])|[\"″](?![\\w\"]))?";

    /// "½ cup", "1½", "4.5/5", "3/4", "1 1/2", "3¹/₂", "8/10", "24/7".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>\\d{1,4})[ -]?(?<sign>["
                                    + SIGNS
                                    + "])"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            found -> quoted(found, sign(found))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>)(?<sign>["
                                    + SIGNS
                                    + "])"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            found -> quoted(found, sign(found))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<whole>\\d{1,4}(?=[ ⁰¹²³⁴-⁹]))?["
                                    + " -]?(?<above>[⁰¹²³⁴-⁹]{1,2})[/⁄](?<below>[₀-₉]{1,3}|\\d{1,3})"
                                    + MEASURES
                                    + "(?![\\p{N}/])",
                            found -> quoted(found, written(found))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/$€£+])(?:(?<whole>\\d{1,3})["
                                    + " -])?(?<above>\\d{1,2})[/⁄](?<below>\\d{1,3}|1000)(?:rds|ths|th|rd)?"
                                    + MEASURES
                                    + "(?![\\p{L}\\p{N}/%]|[.,]\\d|-\\d)",
                            found -> quoted(found, written(found))),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<number>\\d{1,2}\\.\\d{1,2})/(?<of>5|10|20|100)(?![\\p{L}\\p{N}/%]|[.,]\\d)",
                            found -> found.group("number") + " out of " + found.group("of")));

    private Fractions() {}

    /// Empty if its mark for inches closes a quotation.
    private static String measure(Found found) {
        return closesQuotes(found) ? "" : found.group("measure").strip();
    }

    private static boolean closesQuotes(Found found) {
        return found.group("measure").equals("\"") && Measures.isInsideQuotes(found);
    }

    private static @Nullable String quoted(Found found, @Nullable String words) {
        return words != null && closesQuotes(found) ? words + "\"" : words;
    }

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
        boolean measured = !measure(found).isEmpty();
        if (above == below && !mixed && above != 20) {
            return above == 50 || above == 100
                    ? above + " " + below
                    : above % 5 == 0 || above == 3 || above == 4
                            ? above + " out of " + below
                            : null;
        }
        if (mixed && (above >= below || !DENOMINATORS.contains(below))) {
            return null;
        }
        boolean rating =
                found.before()
                        .matches(
                                "(?i).*\\b(?:rate[ds]?|score[ds]?|scoring|rating(?: of)?|gave"
                                        + " (?:it|us|me)|graded?|got)(?: an?| it| the \\w+)? ?");
        if (!mixed && !measured && (above + below == 100 || (above == 20 && below == 20))) {
            return above + " " + below;
        }
        if (!mixed
                && !measured
                && above < below
                && (rating || (below == 100 && above > 1) || (below == 10 && above != 1))) {
            return above + " out of " + below;
        }
        if (above < below && DENOMINATORS.contains(below)) {
            return words(found, above, below);
        }
        return above + " over " + below;
    }

    private static String words(Found found, int above, int below) {
        String whole = found.group("whole");
        String measure = measure(found);
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
            if (measure.isEmpty()) {
                return found.after().startsWith("-") ? "half" : "one half";
            }
            return "half " + articleFor(measure) + unit;
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
        return measure.matches("(?i)(?:o(?:z|un)|in|ho|ac|[\"″]).*") ? "an" : "a";
    }

    private static String part(int below) {
        return switch (below) {
            case 2 -> "half";
            case 4 -> "quarter";
            case 100 -> "hundredth";
            case 1000 -> "thousandth";
            default -> EnglishNumbers.ordinal(below);
        };
    }

    private static String unit(String measure, boolean several) {
        String one =
                switch (measure.replace(".", "")) {
                    case "tsp" -> "teaspoon";
                    case "tbsp" -> "tablespoon";
                    case "lb", "lbs" -> "pound";
                    case "oz" -> "ounce";
                    case "in", "inches", "\"", "″" -> "inch";
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
