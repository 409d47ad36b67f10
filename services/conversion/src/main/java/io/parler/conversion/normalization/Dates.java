package io.parler.conversion.normalization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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

    /// After "until 3/4", these say that it is a fraction.
    private static final String PART_OF =
            "cups?|tsp|tbsp|teaspoons?|tablespoons?|inch|scale|miles?|acres?|full|empty|done|cooked|way";

    /// Not the star, the company or the person: "Earth and Sun.", "built by Sun.", "Tom and Jan."
    private static final String NO_NAME =
            "(?!(?<=(?<!(?:day|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)[.,]{0,2} )(?:and|or) |by )Sun)"
                    + "(?!(?<=(?<!(?:"
                    + MONTH_ABBREVIATIONS
                    + "|ber|ry|May)[.,]{0,2} )(?:and|or|to) |by |from |(?<!\\b(?:end|start|beginning|middle|month|half|week|\\d{1,2}(?:st|nd|rd|th)) )of )Jan)";

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
                            "(?<![\\w/.-])(?<year>(?:19|20)\\d\\d)/(?<next>\\d\\d)(?![\\w/]|[.,]\\d)",
                            found ->
                                    (number(found, "year") + 1) % 100 == number(found, "next")
                                            ? found.group("year") + " to " + found.group("next")
                                            : null),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4}|\\d\\d)(?![\\w/])",
                            Dates::slashed),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>\\d{1,2})/(?<b>\\d{1,2}) ?[–-] ?(?<c>\\d{1,2})/(?<d>\\d{1,2})(?![\\w/]|\\.\\d)",
                            Dates::days),
                    Rule.of(
                            "(?<![\\w/.-])(?!1/(?:19|20)(?:[05]0|\\d\\d(?: ?s(?:ec(?:onds?)?)?| of| scale)\\b))(?<month>0?[1-9]|1[0-2])/(?<year>(?:19|20)\\d\\d)(?![\\w/-])",
                            found ->
                                    MONTHS.get(number(found, "month") - 1)
                                            + " "
                                            + found.group("year")),
                    Rule.of(
                            "(?<![\\w/.-])(?<year>(?:19|20)\\d\\d)-(?<month>0[1-9]|1[0-2])(?![\\w/-]|[.,]\\d)",
                            Dates::yearAndMonth),
                    Rule.of(
                            "(?<![\\w/.-])(?<year>(?:19|20)\\d\\d)\\.(?<month>0[1-9]|1[0-2])\\.(?<day>[0-3]\\d)(?![\\w/]|\\.\\d)",
                            Dates::iso),
                    Rule.ignoringCase(
                            "(?=\\d)(?<=\\b(?:on|until|till|since|due) |\\bby (?=\\d{1,2}/1(?!\\d)))(?!9/11(?!\\d))(?<a>\\d{1,2})/(?<b>\\d{1,2})(?![\\w/%]|[.,]\\d| of\\b| ?(?:"
                                    + PART_OF
                                    + ")\\b)",
                            found -> day(found, number(found, "a"), number(found, "b"))),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>0[1-9]|1[0-2])/(?<b>0[1-9])(?![\\w/%]|[.,]\\d)",
                            found -> day(found, number(found, "a"), number(found, "b"))),
                    Rule.of(
                            "(?<![\\w/.-])(?<a>0[1-9])/(?<b>[12]\\d|3[01])(?![\\w/%]|[.,]\\d)",
                            found -> day(found, number(found, "a"), number(found, "b"))),
                    Rule.of(
                            "(?=\\d)(?<=^|\\(|\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|\\p{L}{3,6}day),? |\\b(?:by|before) (?!1/))(?<a>[1-9]|1[0-2])/(?<b>1[3-5]|1[7-9]|2\\d|3[01])(?=$|[\\s),.;:])(?![.,]\\d| of\\b| \\p{Ll}+s\\b)",
                            found ->
                                    found.isAmerican()
                                            ? day(found, number(found, "a"), number(found, "b"))
                                            : null),
                    Rule.ignoringCase(
                            "(?<![\\w/.-])(?<day>\\d{1,2})-(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + "|May)-(?<year>(?:19|20)\\d\\d)(?![\\w/-])",
                            found ->
                                    number(found, "day")
                                            + " "
                                            + month(found)
                                            + " "
                                            + found.group("year")),
                    Rule.of(
                            "(?=[–—-]| [–—-])(?<=\\d) ?[–—-] ?(?=(?:"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)(?:[a-z]{2,6})?\\.? \\d)",
                            _ -> " to "),
                    Rule.of(
                            "(?<![\\w/.-])(?<from>\\d{1,2}(?:st|nd|rd|th)) ?[–-] ?(?<to>\\d{1,2}(?:st|nd|rd|th))(?![\\w-])",
                            found -> found.group("from") + " to " + found.group("to")),
                    Rule.of(
                            "(?<![\\w])(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?= (?:"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)[a-z]{0,6}\\.? \\d)",
                            found -> weekday(found.group("day"))),
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
                            "(?=[JFMASOND])(?<=\\b(?:in|since|until|till|by|of|and|early|late|mid|last|next|through|to|from|or|this|every) )"
                                    + NO_NAME
                                    + "(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + ")\\.",
                            found -> month(found) + (found.endsSentence() ? "." : "")),
                    Rule.of(
                            "(?<![\\w])(?<month>"
                                    + MONTH_ABBREVIATIONS
                                    + ")\\.(?= (?:and|or|through|to|until|[’']\\d\\d)\\b| [’']\\d\\d)",
                            Dates::month),
                    Rule.of(
                            "(?=[MTWFS])(?<=\\b(?:on|until|till|by|and|or|every|last|next|this) )"
                                    + NO_NAME
                                    + "(?<day>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.(?=$|[\\s)])",
                            found ->
                                    weekday(found.group("day"))
                                            + (found.endsSentence() ? "." : "")),
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
                            "(?<![\\w])(?<day>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\.? ?[–-] ?(?<last>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b(?:\\.(?= \\p{Ll}))?",
                            found ->
                                    weekday(found.group("day"))
                                            + " to "
                                            + weekday(found.group("last"))),
                    Rule.of(
                            "(?<![\\w])(?:"
                                    + NO_NAME
                                    + "|(?=Sun\\.,? \\d))(?<day>Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\\.(?=,?"
                                    + " (?:\\d|\\p{L}|$))(?! \\p{Lu}\\p{Ll}+"
                                    + " (?:is|was|has|had)\\b)|(?=, (?:\\d|"
                                    + MONTH_ABBREVIATIONS
                                    + "|May|June|July)))",
                            found -> weekday(found.group("day"))),
                    Rule.of(
                            "(?<![\\w])(?<day>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)"
                                    + " ?[–-]"
                                    + " ?(?<last>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\\b",
                            found -> found.group("day") + " to " + found.group("last")));

    private static final int LEAP_YEAR = 2000;

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

    /// "May 17th" for "05/17".
    private static @Nullable String day(Found found, int a, int b) {
        boolean monthFirst = found.isAmerican() ? a <= 12 : b > 12;
        String date = date(found, LEAP_YEAR, monthFirst ? a : b, monthFirst ? b : a);
        return date == null ? null : date.replaceFirst(",? " + LEAP_YEAR + "$", "");
    }

    private static @Nullable String days(Found found) {
        String first = day(found, number(found, "a"), number(found, "b"));
        String last = day(found, number(found, "c"), number(found, "d"));
        return first == null || last == null ? null : first + " to " + last;
    }

    /// "2024-05" is a month, and "2008-12" the years from 2008 to 2012.
    private static @Nullable String yearAndMonth(Found found) {
        int month = number(found, "month");
        return month > number(found, "year") % 100
                ? null
                : MONTHS.get(month - 1) + " " + found.group("year");
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
        String written = found.group("month");
        String prefix = written.substring(0, 1) + written.substring(1, 3).toLowerCase(Locale.ROOT);
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
