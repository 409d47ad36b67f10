package io.parler.conversion.normalization;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// English words for numbers that voices don't read right as digits.
final class EnglishNumbers {
    /// A number with a decimal point, its digits grouped or not.
    static final String NUMBER =
            "(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,2}(?:,\\d\\d){1,4},\\d{3}|\\d{1,3}(?: \\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,9})?";

    /// Nothing before it belongs to the same number or word.
    static final String START = "(?<![\\p{L}\\p{N}_.^])(?<!\\p{N}[,:/])(?<!\\^[−-])";

    /// A number or a range of numbers, with a sign.
    static final String AMOUNT =
            START
                    + "(?:(?<sign>[−+±~≈<>≤≥]|(?<![\\p{N})])-|(?<![^\\s(])–(?! )) ?)?(?<from>"
                    + NUMBER
                    + ")(?: ?[–—-] ?(?<to>"
                    + NUMBER
                    + ")|(?: [×x] |[×x])(?<by>"
                    + NUMBER
                    + ")(?:(?: [×x] |[×x])(?<depth>"
                    + NUMBER
                    + "))?)?";

    /// "12,34,567", as numbers are grouped in India.
    private static final Pattern INDIAN = Pattern.compile("\\d{1,2}(?:,\\d\\d)+,\\d{3}");

    private static final List<String> UNITS =
            List.of(
                    ("zero one two three four five six seven eight nine ten eleven twelve thirteen"
                                    + " fourteen fifteen sixteen seventeen eighteen nineteen")
                            .split(" ", -1));
    private static final List<String> TENS =
            List.of(
                    "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
                            .split(" ", -1));

    private EnglishNumbers() {}

    /// The match of [#AMOUNT], such as "10 to 20" or "minus 5".
    static String amount(Found found) {
        String number = sign(found.group("sign")) + grouped(found.group("from"));
        if (found.has("by")) {
            String size = number + " by " + grouped(found.group("by"));
            return found.has("depth") ? size + " by " + grouped(found.group("depth")) : size;
        }
        return found.has("to") ? number + " to " + grouped(found.group("to")) : number;
    }

    static boolean isOne(Found found) {
        return found.group("from").equals("1") && !found.has("to") && !found.has("by");
    }

    /// "a 9 volt battery": before a noun, the unit is not in the plural.
    static boolean isBeforeNoun(Found found) {
        return found.before().matches("(?s)(?:.*[^\\p{L}])?[Aa]n? ")
                && found.after().matches("(?s) [\\p{L}\\d].*");
    }

    /// Groups by commas, which every English voice reads.
    static String grouped(String number) {
        String plain = number.replace(' ', ',');
        return INDIAN.matcher(plain).matches() ? regrouped(plain.replace(",", "")) : plain;
    }

    private static String regrouped(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", ",");
    }

    static String sign(String sign) {
        return switch (sign) {
            case "-", "−", "–" -> "minus ";
            case "+" -> "plus ";
            case "±" -> "plus or minus ";
            case "~", "≈" -> "about ";
            case "<" -> "less than ";
            case ">" -> "more than ";
            case "≤" -> "at most ";
            case "≥" -> "at least ";
            default -> "";
        };
    }

    /// Words for a number below 1000.
    static String cardinal(int value) {
        if (value >= 100) {
            String hundreds = UNITS.get(value / 100) + " hundred";
            return value % 100 == 0 ? hundreds : hundreds + " " + cardinal(value % 100);
        }
        if (value < 20) {
            return UNITS.get(value);
        }
        return value % 10 == 0
                ? TENS.get(value / 10)
                : TENS.get(value / 10) + " " + UNITS.get(value % 10);
    }

    /// "first" for 1.
    static String ordinal(int value) {
        String words = cardinal(value);
        int last = words.lastIndexOf(' ') + 1;
        String word = words.substring(last);
        return words.substring(0, last)
                + switch (word) {
                    case "one" -> "first";
                    case "two" -> "second";
                    case "three" -> "third";
                    case "five" -> "fifth";
                    case "eight" -> "eighth";
                    case "nine" -> "ninth";
                    case "twelve" -> "twelfth";
                    default ->
                            word.endsWith("y")
                                    ? word.substring(0, word.length() - 1) + "ieth"
                                    : word + "th";
                };
    }

    /// "23rd" for "23".
    static String ordinalDigits(String digits) {
        String suffix =
                digits.matches("(?:.*[^1])?1")
                        ? "st"
                        : digits.matches("(?:.*[^1])?2")
                                ? "nd"
                                : digits.matches("(?:.*[^1])?3") ? "rd" : "th";
        return digits + suffix;
    }

    /// One word for each digit, as in a telephone number.
    static String digits(String digits) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '0' && c <= '9') {
                words.append(words.isEmpty() ? "" : " ")
                        .append(c == '0' ? "oh" : UNITS.get(c - '0'));
            }
        }
        return words.toString();
    }

    /// The letters and digits of a code, each on its own.
    static String spelled(String code) {
        StringBuilder words = new StringBuilder();
        String upper = code.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            words.append(words.isEmpty() ? "" : " ").append(c);
        }
        return words.toString();
    }
}
