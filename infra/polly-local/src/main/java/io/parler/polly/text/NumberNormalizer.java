package io.parler.polly.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expands numbers, amounts of money, dates, times and versions to words.
final class NumberNormalizer {
    private static final String NUMBER = "\\d{1,3}(?:,\\d{3})+|\\d+";
    private static final Pattern MONEY =
            Pattern.compile("([$€£¥])(" + NUMBER + ")(?:\\.(\\d+))?([kKmMbB]|bn)?");
    private static final Pattern DECIMAL =
            Pattern.compile(
                    "([-+\u2212~])?(?=\\.?\\d)(" + NUMBER + ")?(?:\\.(\\d+))?(%|°[CF]?|\\+)?");
    private static final Pattern ORDINAL = Pattern.compile("(" + NUMBER + ")(?:st|nd|rd|th)");
    private static final Pattern DECADE = Pattern.compile("(1[1-9]|20)(\\d)0['’]?s");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)(am|pm)?");
    private static final Pattern DATE =
            Pattern.compile("(1[1-9]\\d\\d|20\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern YEAR = Pattern.compile("1[1-9]\\d\\d|20\\d\\d");
    private static final Pattern RANGE = Pattern.compile("(\\d[\\d.,]*)[-\u2013](\\d[\\d.,]*%?)");
    private static final Pattern VERSION = Pattern.compile("[vV]?\\d+(?:\\.\\d+){2,}");
    private static final String[] MONTHS =
            ("january february march april may june july august september october november"
                            + " december")
                    .split(" ", -1);
    private static final Map<String, String> CURRENCIES =
            Map.of("$", "dollar", "€", "euro", "£", "pound", "¥", "yen");

    /// A form of numeral, and how to add its words.
    private record Form(Pattern pattern, BiConsumer<List<String>, Matcher> expansion) {}

    /// The first form that matches is used.
    private static final List<Form> FORMS =
            List.of(
                    new Form(DATE, NumberNormalizer::date),
                    new Form(YEAR, (words, m) -> words.addAll(NumberWords.year(m.group()))),
                    new Form(DECADE, NumberNormalizer::decade),
                    new Form(MONEY, NumberNormalizer::money),
                    new Form(ORDINAL, NumberNormalizer::ordinal),
                    new Form(TIME, NumberNormalizer::time),
                    new Form(DECIMAL, NumberNormalizer::decimal),
                    new Form(RANGE, NumberNormalizer::range),
                    new Form(VERSION, NumberNormalizer::version));

    private NumberNormalizer() {}

    /// Adds the words for a numeral; returns false if the text is not one.
    static boolean normalize(List<String> words, String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.matches()) {
                form.expansion().accept(words, matcher);
                return true;
            }
        }
        return false;
    }

    private static void date(List<String> words, Matcher m) {
        words.add(MONTHS[Integer.parseInt(m.group(2)) - 1]);
        words.addAll(NumberWords.ordinal(m.group(3).replaceFirst("^0", "")));
        words.addAll(NumberWords.year(m.group(1)));
    }

    private static void decade(List<String> words, Matcher m) {
        List<String> year = new ArrayList<>(NumberWords.year(m.group(1) + m.group(2) + "0"));
        String last = year.removeLast();
        boolean y = last.endsWith("y");
        year.add(y ? last.substring(0, last.length() - 1) + "ies" : last + "s");
        words.addAll(year);
    }

    private static void ordinal(List<String> words, Matcher m) {
        words.addAll(NumberWords.ordinal(m.group(1).replace(",", "")));
    }

    private static void range(List<String> words, Matcher m) {
        normalize(words, m.group(1));
        words.add("to");
        normalize(words, m.group(2));
    }

    private static void money(List<String> words, Matcher m) {
        String whole = m.group(2).replace(",", "");
        String fraction = m.group(3);
        String scale = m.group(4);
        words.addAll(NumberWords.cardinal(whole));
        if (fraction != null && (scale != null || fraction.length() != 2)) {
            words.add("point");
            words.addAll(NumberWords.digits(fraction));
        }
        if (scale != null) {
            words.add(
                    switch (scale.charAt(0)) {
                        case 'k', 'K' -> "thousand";
                        case 'm', 'M' -> "million";
                        default -> "billion";
                    });
        }
        String currency = CURRENCIES.getOrDefault(m.group(1), "");
        boolean one = whole.equals("1") && fraction == null && scale == null;
        words.add(one || currency.equals("yen") ? currency : currency + "s");
        if (fraction != null && scale == null && fraction.length() == 2 && !fraction.equals("00")) {
            words.addAll(NumberWords.cardinal(fraction.replaceFirst("^0", "")));
        }
    }

    private static void time(List<String> words, Matcher m) {
        words.addAll(NumberWords.cardinal(m.group(1).replaceFirst("^0(?=\\d)", "")));
        String minutes = m.group(2);
        if (minutes.startsWith("0") && !minutes.equals("00")) {
            words.add("oh");
        }
        if (!minutes.equals("00")) {
            words.addAll(NumberWords.cardinal(minutes.replaceFirst("^0", "")));
        } else if (m.group(3) == null) {
            words.add("o'clock");
        }
        if (m.group(3) != null) {
            words.add(m.group(3).substring(0, 1));
            words.add("m");
        }
    }

    private static void decimal(List<String> words, Matcher m) {
        if (m.group(1) != null) {
            words.add(
                    switch (m.group(1)) {
                        case "+" -> "plus";
                        case "~" -> "about";
                        default -> "minus";
                    });
        }
        words.addAll(NumberWords.cardinal(m.group(2) == null ? "0" : m.group(2).replace(",", "")));
        if (m.group(3) != null) {
            words.add("point");
            words.addAll(NumberWords.digits(m.group(3)));
        }
        if (m.group(4) != null) {
            words.addAll(
                    switch (m.group(4)) {
                        case "%" -> List.of("percent");
                        case "+" -> List.of("plus");
                        case "°C" -> List.of("degrees", "celsius");
                        case "°F" -> List.of("degrees", "fahrenheit");
                        default -> List.of("degrees");
                    });
        }
    }

    private static void version(List<String> words, Matcher m) {
        String text = m.group();
        if (!Character.isDigit(text.charAt(0))) {
            words.add("version");
        }
        String[] numbers = text.replaceFirst("^[vV]", "").split("\\.", -1);
        for (int i = 0; i < numbers.length; i++) {
            if (i > 0) {
                words.add("point");
            }
            words.addAll(NumberWords.cardinal(numbers[i]));
        }
    }
}
