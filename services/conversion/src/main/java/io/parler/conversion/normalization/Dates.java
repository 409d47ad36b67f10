package io.parler.conversion.normalization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dates in digits. The language's region says whether the month or the day is first.
final class Dates {
    private static final List<String> MONTHS =
            List.of(
                    ("January February March April May June July August September October November"
                                    + " December")
                            .split(" ", -1));
    private static final String MONTH_ABBREVIATIONS =
            "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
    private static final String TIME =
            "(?<time>(?:[01]?\\d|2[0-4]):[0-5]\\d)(?::(?<seconds>[0-5]\\d)(?:[.,]\\d{1,9})?)?";

    /// "2024-05-17T10:30:00Z", "3/4/2024", "17.05.2024", "Jan. 5".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\w/.-])(?<year>\\d{4})[-‑](?<month>\\d\\d)[-‑](?<day>\\d\\d)(?:(?:T|"
                                    + " )"
                                    + TIME
                                    + " ?(?<zone>Z\\b|UTC\\b|GMT\\b|[+−-]\\d\\d:?\\d\\d)?)?(?![\\w/])",
                            Dates::iso),
                    Rule.of(
                            "(?<![\\w/.-])(?<year>[12]\\d{3})/(?<month>\\d{1,2})/(?<day>\\d{1,2})(?![\\w/])",
                            Dates::iso),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d\\d)(?![\\w/])",
                            Dates::slashed),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>\\d{1,2})-(?<b>\\d{1,2})-(?<year>(?:19|20)\\d\\d)(?![\\w/-])",
                            Dates::slashed),
                    Rule.of(
                            "(?<![\\w/.,-])(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)(?![\\w/]|\\.\\d)",
                            Dates::iso),
                    Rule.of(
                            "(?<![\\w])(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + ")\\.?(?= (?:\\d{1,2}(?!\\d)|[12]\\d{3}\\b))",
                            Dates::month),
                    Rule.of(
                            "(?=[JFMASOND])(?<=\\d{1,4}(?:st|nd|rd|th)? )(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + ")(?:\\.(?! \\p{Lu})|(?![.\\w]))",
                            Dates::month));

    /// "Mon–Fri", "Jan–Mar".
    static final List<Rule> NAMES =
            List.of(
                    Rule.of(
                            "(?<![\\w])(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + ")\\.?(?=[–-])(?=[–-](?:"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)\\b)",
                            Dates::month),
                    Rule.of(
                            "(?=[–-])(?<=(?:"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)\\.?)(?<dash>[–-])(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)\\b\\.?",
                            found -> " to " + month(found)),
                    Rule.of(
                            "(?<![\\w])(?<day>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)(?:\\.(?=,?"
                                    + " (?:\\d|\\p{L}|$))(?! \\p{Lu}\\p{Ll}+"
                                    + " (?:is|was|has|had)\\b)|(?=, (?:\\d|"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)))",
                            found -> weekday(found.group("day"))),
                    Rule.of(
                            "(?<![\\w])(?<day>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\.?[–-](?<last>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\\b",
                            found ->
                                    weekday(found.group("day"))
                                            + " to "
                                            + weekday(found.group("last"))),
                    Rule.of(
                            "(?<![\\w])(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)"
                                    + " ?[–-]"
                                    + " ?(?<last>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\\b",
                            found -> found.group("day") + " to " + found.group("last")));

    private Dates() {}

    /// Whether this is a date with dots.
    static boolean isDotted(String numbers) {
        return numbers.matches("(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2])\\.(?:19|20)\\d\\d");
    }

    private static @Nullable String iso(Found found) {
        String date =
                date(found, number(found, "year"), number(found, "month"), number(found, "day"));
        if (date == null
                || !found.match().namedGroups().containsKey("time")
                || !found.has("time")) {
            return date;
        }
        String time = found.group("time").replaceFirst("^0(?=\\d:)", "");
        String seconds = found.group("seconds");
        String words = date + " at " + time;
        if (!seconds.isEmpty() && !seconds.equals("00")) {
            words += " and " + Integer.parseInt(seconds) + " seconds";
        }
        String zone = found.group("zone");
        return words + (zone.isEmpty() ? "" : " " + zone(zone));
    }

    private static String zone(String zone) {
        if (Character.isLetter(zone.charAt(0))) {
            return zone.equals("Z") ? "UTC" : zone;
        }
        String digits = zone.replaceAll("\\D", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = Integer.parseInt(digits.substring(2));
        if (hours == 0 && minutes == 0) {
            return "UTC";
        }
        return "UTC "
                + (zone.charAt(0) == '+' ? "plus " : "minus ")
                + hours
                + (minutes == 0 ? "" : ":" + digits.substring(2));
    }

    private static @Nullable String slashed(Found found) {
        int a = number(found, "a");
        int b = number(found, "b");
        int year = number(found, "year");
        if (found.group("year").length() == 2) {
            year += year < 50 ? 2000 : 1900;
        }
        boolean monthFirst = found.isAmerican() ? a <= 12 : b > 12;
        return date(found, year, monthFirst ? a : b, monthFirst ? b : a);
    }

    private static @Nullable String date(Found found, int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
        } catch (DateTimeException _) {
            return null;
        }
        String name = MONTHS.get(month - 1);
        String ordinal = EnglishNumbers.ordinalDigits(Integer.toString(day));
        return found.isAmerican()
                ? name + " " + ordinal + ", " + year
                : ordinal + " of " + name + " " + year;
    }

    private static int number(Found found, String group) {
        return Integer.parseInt(found.group(group));
    }

    private static String month(Found found) {
        String prefix = found.group("month").substring(0, 3);
        return MONTHS.stream().filter(name -> name.startsWith(prefix)).findFirst().orElse(prefix);
    }

    private static String weekday(String day) {
        return switch (day.substring(0, 3)) {
            case "Mon" -> "Monday";
            case "Tue" -> "Tuesday";
            case "Wed" -> "Wednesday";
            case "Thu" -> "Thursday";
            case "Fri" -> "Friday";
            case "Sat" -> "Saturday";
            default -> "Sunday";
        };
    }
}
