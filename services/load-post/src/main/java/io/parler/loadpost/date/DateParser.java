package io.parler.loadpost.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses dates in the formats of pages and feeds. Without a time zone UTC is assumed.
public final class DateParser {
    private static final int MAX_LENGTH = 100;
    private static final String WORD = "[\\p{L}\\p{M}]+";
    private static final String WEEKDAY = "(?:" + WORD + "(?:[.,]+\\s*|\\s+))?";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|º)?";
    private static final String OF = "(?:\\s+(?:de|del|of))?";
    private static final String CLOCK =
            "(?:[T,\\s]\\s*(?:(?:at|um|à|às|kl\\.?)\\s+)?(?:(?<half>오전|오후|午前|午後|上午|下午)\\s*)?"
                    + "(?<hour>[0-9]{1,2})[:.h]?(?<minute>[0-9]{2})(?:[:.]?(?<second>[0-9]{2})(?:[.,][0-9]*)?)?"
                    + "(?:\\s*(?<pm>[AaPp])\\.?[Mm]\\b\\.?)?(?:\\s*Uhr)?"
                    + "(?:\\s*(?<zone>(?:GMT|UTC)?[+-][0-9]{1,2}:?(?:[0-9]{2})?|[A-Za-z]{1,5}(?!\\p{L})))?)?";

    /// Rewrites other formats to one of the two that are parsed: numbers from the year on, or day,
    /// month name and year.
    private static final List<UnaryOperator<String>> NORMALIZATIONS =
            List.of(
                    // Sat Mar 14 08:30:00 CET 2026
                    rewriting(
                            WEEKDAY
                                    + "([A-Za-z]{3})\\s+([0-9]{1,2})\\s+([0-9:]{4,8})\\s+(?:([A-Z+-]\\S*)\\s+)?([0-9]{4})",
                            "$2 $1 $5 $3 $4"),
                    // March 14th, 2026
                    rewriting(
                            WEEKDAY
                                    + "("
                                    + WORD
                                    + ")[.,]?\\s+([0-9]{1,2})"
                                    + ORDINAL
                                    + ",?\\s+([0-9]{4})(.*)",
                            "$2 $1 $3$4"),
                    // 2026-März-14
                    rewriting("([0-9]{4})-(" + WORD + ")-([0-9]{1,2})(.*)", "$3 $2 $1$4"),
                    // 2026년 3월 14일
                    rewriting(
                            "([0-9]{4})\\s*[년年]\\s*([0-9]{1,2})\\s*[월月]\\s*([0-9]{1,2})\\s*[일日](.*)",
                            "$1-$2-$3$4"),
                    // 2026. 3. 14.
                    rewriting(
                            "([0-9]{4})\\.\\s+([0-9]{1,2})\\.\\s+([0-9]{1,2})\\.?(.*)",
                            "$1-$2-$3$4"),
                    // 14.03.2026; with slashes only where the day is no month
                    rewriting("([0-9]{1,2})\\.([0-9]{1,2})\\.([0-9]{4})(.*)", "$3-$2-$1$4"),
                    rewriting(
                            "(1[3-9]|2[0-9]|3[01])/(0?[1-9]|1[0-2])/([0-9]{4})(.*)", "$3-$2-$1$4"),
                    rewriting(
                            "(0?[1-9]|1[0-2])/(1[3-9]|2[0-9]|3[01])/([0-9]{4})(.*)", "$3-$1-$2$4"),
                    // 2026-03
                    rewriting("([0-9]{4}-[0-9]{2})", "$1-01"));

    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<year>[0-9]{4})[-/.]?(?<month>[0-9]{1,2})[-/.]?(?<day>[0-9]{1,2})(?![0-9])"
                            + CLOCK
                            + ".*",
                    Pattern.DOTALL);
    private static final Pattern WEEK_OR_ORDINAL =
            Pattern.compile(
                    "(?<date>[0-9]{4}-W[0-9]{2}-[1-7]|[0-9]{4}-[0-9]{3})(?![0-9])" + CLOCK + ".*",
                    Pattern.DOTALL);

    /// Only a time of day may follow: prose that starts with a date is no date.
    private static final Pattern WORDS =
            Pattern.compile(
                    WEEKDAY
                            + "(?<day>[0-9]{1,2})"
                            + ORDINAL
                            + "[.,]?"
                            + OF
                            + "[\\s-]+(?<month>"
                            + WORD
                            + ")[.,]*"
                            + OF
                            + "[\\s-]+(?<year>[0-9]{4}|[0-9]{2})(?![0-9])"
                            + CLOCK
                            + "\\s*(?:[A-Z]{1,5}|\\(.*\\))?",
                    Pattern.DOTALL);

    /// Hours from UTC: RFC 822, section 5.1, and other zones that feeds use.
    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("HST", -10),
                    Map.entry("AKST", -9),
                    Map.entry("AKDT", -8),
                    Map.entry("PST", -8),
                    Map.entry("PDT", -7),
                    Map.entry("MST", -7),
                    Map.entry("MDT", -6),
                    Map.entry("CST", -6),
                    Map.entry("CDT", -5),
                    Map.entry("EST", -5),
                    Map.entry("EDT", -4),
                    Map.entry("BST", 1),
                    Map.entry("CET", 1),
                    Map.entry("WEST", 1),
                    Map.entry("CEST", 2),
                    Map.entry("MEZ", 1),
                    Map.entry("MESZ", 2),
                    Map.entry("EET", 2),
                    Map.entry("EEST", 3),
                    Map.entry("MSK", 3),
                    Map.entry("JST", 9),
                    Map.entry("KST", 9),
                    Map.entry("AEST", 10),
                    Map.entry("AEDT", 11),
                    Map.entry("NZST", 12),
                    Map.entry("NZDT", 13));

    /// Seconds or milliseconds since 1970.
    private static final Pattern EPOCH = Pattern.compile("[1-9][0-9]{9}(?:[0-9]{3})?");

    private static final int SECOND_DIGITS = 10;

    private DateParser() {}

    public static Optional<Instant> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String shaped = text.strip().replace('\u2212', '-');
        if (EPOCH.matcher(shaped).matches()) {
            long number = Long.parseLong(shaped);
            return Optional.of(
                    shaped.length() > SECOND_DIGITS
                            ? Instant.ofEpochMilli(number)
                            : Instant.ofEpochSecond(number));
        }
        for (UnaryOperator<String> rewriting : NORMALIZATIONS) {
            shaped = rewriting.apply(shaped);
        }
        try {
            return read(shaped);
        } catch (DateTimeException e) {
            return Optional.empty(); // such as 31 February
        }
    }

    private static Optional<Instant> read(String text) {
        Matcher other = WEEK_OR_ORDINAL.matcher(text);
        if (other.matches()) {
            DateTimeFormatter format =
                    text.contains("W")
                            ? DateTimeFormatter.ISO_WEEK_DATE
                            : DateTimeFormatter.ISO_ORDINAL_DATE;
            return Optional.of(at(LocalDate.parse(other.group("date"), format), other));
        }
        Matcher numbers = NUMBERS.matcher(text);
        if (numbers.matches()) {
            var day =
                    LocalDate.of(
                            number(numbers.group("year")),
                            number(numbers.group("month")),
                            number(numbers.group("day")));
            return Optional.of(at(day, numbers));
        }
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            return Optional.empty();
        }
        OptionalInt month = DateWords.month(words.group("month"));
        return month.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        at(
                                LocalDate.of(
                                        year(words.group("year")),
                                        month.getAsInt(),
                                        number(words.group("day"))),
                                words));
    }

    private static Instant at(LocalDate day, Matcher clock) {
        int hour = number(clock.group("hour"));
        String half = clock.group("pm") == null ? clock.group("half") : clock.group("pm");
        if (half != null) {
            hour = hour % 12 + (List.of("p", "P", "오후", "午後", "下午").contains(half) ? 12 : 0);
        }
        var time =
                LocalTime.of(
                        hour == 24 ? 0 : hour,
                        number(clock.group("minute")),
                        Math.min(59, number(clock.group("second")))); // a leap second
        return day.plusDays(hour == 24 ? 1 : 0).atTime(time).toInstant(offset(clock.group("zone")));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        int sign = Math.max(zone.indexOf('+'), zone.indexOf('-'));
        if (sign < 0) {
            return ZoneOffset.ofHours(ZONES.getOrDefault(zone.toUpperCase(Locale.ROOT), 0));
        }
        String digits = zone.substring(sign + 1).replace(":", "");
        int hourDigits = digits.length() == 3 ? 1 : Math.min(2, digits.length()); // +5:30
        int hours = number(digits.substring(0, hourDigits));
        int minutes = number(digits.substring(hourDigits));
        int direction = zone.charAt(sign) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(direction * hours, direction * minutes);
    }

    private static int year(String digits) {
        int year = number(digits);
        return digits.length() > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static UnaryOperator<String> rewriting(String shape, String replacement) {
        Pattern pattern = Pattern.compile(shape, Pattern.DOTALL);
        return text -> {
            Matcher found = pattern.matcher(text);
            return found.matches() ? found.replaceFirst(replacement) : text;
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
