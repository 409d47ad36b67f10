package io.parler.polly.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// English words for numbers.
final class NumberWords {
    private static final String[] UNITS =
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                            + " fifteen sixteen seventeen eighteen nineteen")
                    .split(" ", -1);
    private static final String[] TENS =
            "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    private static final String[] SCALES =
            " thousand million billion trillion quadrillion".split(" ", -1);
    private static final Map<String, String> ORDINALS =
            Map.of(
                    "one", "first",
                    "two", "second",
                    "three", "third",
                    "five", "fifth",
                    "eight", "eighth",
                    "nine", "ninth",
                    "twelve", "twelfth");

    /// A longer number is read digit by digit.
    private static final int MAX_DIGITS = 15;

    private NumberWords() {}

    /// A whole number, given by its digits.
    static List<String> cardinal(String digits) {
        String number = digits.replaceFirst("^0+(?=\\d)", "");
        if (number.length() > MAX_DIGITS || number.length() < digits.length()) {
            return digits(digits);
        }
        long value = Long.parseLong(number);
        if (value == 0) {
            return List.of("zero");
        }
        List<String> words = new ArrayList<>();
        for (int scale = SCALES.length - 1; scale >= 0; scale--) {
            int group = (int) (value / power(scale) % 1000);
            if (group > 0) {
                words.addAll(belowThousand(group));
                if (scale > 0) {
                    words.add(SCALES[scale]);
                }
            }
        }
        return words;
    }

    /// "first" for 1.
    static List<String> ordinal(String digits) {
        List<String> words = new ArrayList<>(cardinal(digits));
        String last = words.removeLast();
        String ordinal = ORDINALS.get(last);
        if (ordinal == null) {
            ordinal =
                    last.endsWith("y")
                            ? last.substring(0, last.length() - 1) + "ieth"
                            : last + "th";
        }
        words.add(ordinal);
        return words;
    }

    /// "nineteen eighty four" for 1984; given four digits.
    static List<String> year(String digits) {
        int century = Integer.parseInt(digits.substring(0, 2));
        int rest = Integer.parseInt(digits.substring(2));
        if (century % 10 == 0 && rest < 10) {
            return cardinal(digits);
        }
        List<String> words = new ArrayList<>(cardinal(Integer.toString(century)));
        if (rest == 0) {
            words.add("hundred");
        } else {
            if (rest < 10) {
                words.add("oh");
            }
            words.addAll(cardinal(Integer.toString(rest)));
        }
        return words;
    }

    /// One word for each digit.
    static List<String> digits(String digits) {
        return digits.chars().mapToObj(digit -> UNITS[Character.digit(digit, 10)]).toList();
    }

    private static List<String> belowThousand(int value) {
        List<String> words = new ArrayList<>();
        if (value >= 100) {
            words.addAll(Arrays.asList(UNITS[value / 100], "hundred"));
        }
        int rest = value % 100;
        if (rest >= 20) {
            words.add(TENS[rest / 10]);
            if (rest % 10 > 0) {
                words.add(UNITS[rest % 10]);
            }
        } else if (rest > 0) {
            words.add(UNITS[rest]);
        }
        return words;
    }

    private static long power(int scale) {
        long power = 1;
        for (int i = 0; i < scale; i++) {
            power *= 1000;
        }
        return power;
    }
}
