package io.parler.loadpost.date;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Finds a month or a day of the week by its name or abbreviation, with the names that Java knows
/// of each language. The names of a language are loaded when a word is none of those before it.
public final class DateWords {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final int MIN_LENGTH = 3;

    /// The commonest first: a few names are those of different months in two languages.
    private static final List<String> LATIN =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "pl", "hu", "tr", "nb",
                    "fi", "cs", "ro", "hr", "sk", "ca", "id");

    private static final List<String> CYRILLIC = List.of("ru", "uk", "bg", "sr");
    private static final List<String> GREEK = List.of("el");
    private static final List<String> ARABIC = List.of("ar", "fa");
    private static final List<String> HEBREW = List.of("he");

    /// Abbreviations that Java doesn't know.
    private static final Map<String, Integer> OTHERS = Map.of("mrz", Month.MARCH.getValue());

    private static final Map<String, DateWords> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<String, Integer> months = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    private DateWords(Locale locale) {
        for (TextStyle style : TextStyle.values()) {
            for (Month month : Month.values()) {
                add(month.getDisplayName(style, locale), month.getValue(), months);
            }
            for (DayOfWeek day : DayOfWeek.values()) {
                add(day.getDisplayName(style, locale), day.getValue(), days);
            }
        }
    }

    private static void add(String name, int number, Map<String, Integer> names) {
        String plain = plain(name);
        if (plain.length() >= 2) {
            names.putIfAbsent(plain, number);
        }
    }

    /// 1 for January. The first three letters of a name are enough.
    static OptionalInt month(String word) {
        String plain = plain(word);
        if (plain.length() < MIN_LENGTH) {
            return OptionalInt.empty();
        }
        if (OTHERS.containsKey(plain)) {
            return OptionalInt.of(OTHERS.get(plain));
        }
        for (String language : languages(plain)) {
            OptionalInt found = find(plain, of(language).months);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalInt.empty();
    }

    public static boolean isMonth(String word) {
        return month(word).isPresent();
    }

    /// Whether the word is the whole name of a day of the week, or its usual abbreviation.
    public static boolean isDayOfWeek(String word) {
        String plain = plain(word);
        return languages(plain).stream().anyMatch(code -> of(code).days.containsKey(plain));
    }

    private static OptionalInt find(String word, Map<String, Integer> names) {
        Integer exact = names.get(word);
        if (exact != null) {
            return OptionalInt.of(exact);
        }
        return names.entrySet().stream()
                .filter(name -> name.getKey().startsWith(word))
                .mapToInt(Map.Entry::getValue)
                .min();
    }

    private static DateWords of(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, code -> new DateWords(Locale.of(code)));
    }

    private static List<String> languages(String word) {
        if (word.isEmpty()) {
            return List.of();
        }
        return switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case ARABIC -> ARABIC;
            case HEBREW -> HEBREW;
            default -> List.of();
        };
    }

    private static String plain(String word) {
        return ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i')
                .replace(".", "");
    }
}
