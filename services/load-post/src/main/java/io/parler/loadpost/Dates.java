package io.parler.loadpost;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Points in time in the shapes pages and feeds write them. Without a zone UTC is taken.
public final class Dates {
    private static final Pattern ISO =
            Pattern.compile(
                    "([0-9]{4})-?([0-9]{1,2})-?([0-9]{1,2})(?:[T ]+([0-9]{1,2}):?([0-9]{2})(?::?([0-9]{2})"
                            + "(?:[.,][0-9]*)?)?\\s*(Z|z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?)?.*",
                    Pattern.DOTALL);
    private static final Pattern RFC_822 =
            Pattern.compile(
                    "(?:[A-Za-z]+\\.?,?\\s+)?([0-9]{1,2})[ -]([A-Za-z]{3})[a-z]*\\.?,?[ -]([0-9]{2,4}),?"
                            + "(?:\\s+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\\.[0-9]+)?)?"
                            + "\\s*([A-Za-z]+|[+-][0-9]{2}:?[0-9]{2})?.*",
                    Pattern.DOTALL);
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<DateTimeFormatter> IN_WORDS =
            List.of(
                    words("MMMM d, uuuu"),
                    words("MMM d, uuuu"),
                    words("d MMMM uuuu"),
                    words("d MMM uuuu"));

    private Dates() {}

    public static Optional<Instant> parse(String text) {
        var trimmed = text.strip();
        try {
            var iso = ISO.matcher(trimmed);
            if (iso.matches()) {
                return Optional.of(
                        at(
                                number(iso.group(1)),
                                number(iso.group(2)),
                                number(iso.group(3)),
                                List.of(text(iso.group(4)), text(iso.group(5)), text(iso.group(6))),
                                text(iso.group(7))));
            }
            var rfc = RFC_822.matcher(trimmed);
            int month =
                    rfc.matches() ? MONTHS.indexOf(rfc.group(2).toLowerCase(Locale.ROOT)) + 1 : 0;
            if (month > 0) {
                int year = number(rfc.group(3));
                return Optional.of(
                        at(
                                year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year,
                                month,
                                number(rfc.group(1)),
                                List.of(text(rfc.group(4)), text(rfc.group(5)), text(rfc.group(6))),
                                text(rfc.group(7))));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return inWords(trimmed);
    }

    private static Instant at(int year, int month, int day, List<String> clock, String zone) {
        int hour = number(clock.get(0));
        var date = LocalDate.of(year, month, day).plusDays(hour == 24 ? 1 : 0);
        var time =
                LocalDateTime.of(
                        date,
                        java.time.LocalTime.of(
                                hour == 24 ? 0 : hour,
                                number(clock.get(1)),
                                Math.min(59, number(clock.get(2)))));
        return OffsetDateTime.of(time, offset(zone)).toInstant();
    }

    private static ZoneOffset offset(String zone) {
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return ZoneOffset.of(
                    zone.contains(":") ? zone : zone.substring(0, 3) + ":" + zone.substring(3));
        }
        return ZoneOffset.ofHours(
                switch (zone.toUpperCase(Locale.ROOT)) { // RFC 822, section 5.1
                    case "EST", "CDT" -> -5;
                    case "EDT" -> -4;
                    case "CST", "MDT" -> -6;
                    case "MST", "PDT" -> -7;
                    case "PST" -> -8;
                    case "CET", "BST" -> 1;
                    case "CEST" -> 2;
                    case "JST" -> 9;
                    default -> 0;
                });
    }

    private static Optional<Instant> inWords(String text) {
        for (var format : IN_WORDS) {
            var parsed = format.parseUnresolved(text, new ParsePosition(0));
            if (parsed != null) {
                return inWords(text, format);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> inWords(String text, DateTimeFormatter format) {
        try {
            return Optional.of(
                    LocalDate.parse(text, format).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter words(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    private static String text(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    private static int number(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
