package io.parler.conversion.normalization;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dates in digits, times of day and decades.
final class ContinentalDates {
    private static final String CLOCK = "(?<hour>[01]?\\d|2[0-4])";
    private static final String MINUTE = "(?<minute>[0-5]\\d)";

    private final Phrases phrases;

    ContinentalDates(Phrases phrases) {
        this.phrases = phrases;
    }

    /// "3.10.2024", "2024-10-03T08:30Z", "18:30 Uhr", "18h30", "’90".
    List<Rule> rules() {
        boolean point = Set.of("de", "it", "nl").contains(phrases.language());
        String hours = "(?:Uhr|uur|h|hs|hrs|horas?|heures?|ore)";
        return List.of(
                Rule.of(
                        "(?<![\\w.-])(?<year>(?:1\\d|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?:[T ](?<hour>[0-2]\\d):(?<minute>[0-5]\\d)(?::[0-5]\\d(?:[.,]\\d{1,9})?)?"
                                + " ?(?<zone>Z\\b|UTC\\b|[+-]\\d\\d:\\d\\d)?)?(?![\\w-])",
                        this::iso),
                Rule.of(
                        "(?<![\\w./-])(?<day>\\d{1,2})(?<mark>[./-]) ?(?<month>\\d{1,2})\\k<mark> ?(?<year>(?:1\\d|20)\\d\\d)(?![\\w/]|-\\d)",
                        this::date),
                Rule.of(
                        "(?<![\\w./-])(?<day>\\d{1,2})(?<mark>[./])(?<month>\\d{1,2})\\k<mark>(?<year>\\d\\d)(?![\\w/.]|-\\d)",
                        this::date),
                phrases.ruleIn(
                        Set.of("de"),
                        "(?<=(?<!\\p{L})(?i:am|vom|bis|zum|ab|den|dem|seit|der|(?:Mo|Di|Mi|Do|Fr|Sa|So)\\.,|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag,|Mittwoch,)"
                                + " )(?<day>0?[1-9]|[12]\\d|3[01])\\.(?<month>0?[1-9]|1[0-2])\\.(?<year>)(?=[\\s,;)–-]|$)",
                        this::date),
                Rule.of(
                        "(?<![\\w:.,-])(?<from>(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d| ?h)) ?[–—-]"
                                + " ?(?<to>(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d| ?h))(?: ?"
                                + hours
                                + ")?(?![\\w:])",
                        this::hours),
                Rule.of(
                        "(?<![\\w:.,-])(?<from>\\d{1,2}[.:][0-5]\\d) ?[–—-]"
                                + " ?(?<to>\\d{1,2}[.:][0-5]\\d) ?(?:Uhr|uur|h)(?![\\w:])",
                        this::hours),
                phrases.ruleIn(
                        Set.of("it"),
                        "(?=\\d)(?<=(?<!\\p{L})(?:ore|alle|dalle|alle ore) )"
                                + CLOCK
                                + "\\."
                                + MINUTE
                                + "(?![\\w:])",
                        this::time),
                phrases.ruleIn(
                        Set.of("de"),
                        "(?<![\\w./-])(?<from>\\d{1,2}\\.) ?[–-] ?(?=\\d{1,2}\\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))",
                        found -> found.group("from") + " bis "),
                phrases.ruleIn(
                        Set.of("de"),
                        "(?<![\\w./-])(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>) ?[–-] ?(?=\\d{1,2}\\.\\d{1,2}\\.)",
                        found -> date(found) == null ? null : date(found) + " bis "),
                Rule.of(
                        "(?<![\\w:.,-])"
                                + CLOCK
                                + ":"
                                + MINUTE
                                + ":(?<second>[0-5]\\d)(?: ?"
                                + hours
                                + ")?(?![\\w:])",
                        found -> null),
                Rule.of(
                        "(?<![\\w:.,-])"
                                + CLOCK
                                + " ?h ?"
                                + MINUTE
                                + "(?![\\w:])(?! ?(?:min|mn|m)\\b)",
                        this::time),
                Rule.of(
                        "(?<![\\w:.,-])"
                                + CLOCK
                                + (point ? "[:.]" : ":")
                                + MINUTE
                                + " ?"
                                + hours
                                + "(?![\\p{L}\\p{N}])",
                        this::time),
                Rule.of(
                        "(?<![\\w:.,-])" + CLOCK + ":" + MINUTE + "(?![\\w:%]|[.,]\\d)",
                        found -> isScore(found) ? null : time(found)),
                phrases.ruleIn(
                        Set.of("fr", "pt"),
                        "(?<![\\w:.,-])" + CLOCK + " ?h(?<minute>)(?![\\p{L}\\p{N}/])",
                        this::time),
                Rule.of("(?<=[ (])[’'‘](?=\\d0(?:er|s)?(?![\\d’'\\w]))", _ -> ""));
    }

    /// "Mo.–Fr.", "lun. au ven.", "Mo., 5. Mai".
    List<Rule> names() {
        String days = "(?<![\\p{L}\\p{N}.])(?<day>" + phrases.alternatives("days") + ")";
        return List.of(
                Rule.of(
                        days
                                + "\\.? ?(?:[–-]|(?<until>bis|au|al|a|t/m|tot)(?= )) ?(?:el |il )?"
                                + days.replace("<day>", "<last>")
                                + "(?:\\.|(?![\\p{L}\\p{N}]))",
                        found ->
                                weekday(found.group("day"), found.locale())
                                        + (found.has("until") && !found.group("until").contains("/")
                                                ? " " + found.group("until") + " "
                                                : " " + until() + " ")
                                        + weekday(found.group("last"), found.locale())
                                        + (found.written().endsWith(".") && found.endsSentence()
                                                ? "."
                                                : "")),
                Rule.of(
                        days + "\\.(?=,| \\d| (?:bis|au|al)\\b)",
                        found -> weekday(found.group("day"), found.locale())));
    }

    private String until() {
        return phrases.language().equals("nl") ? "tot en met" : phrases.word("to");
    }

    private String weekday(String abbreviation, Locale locale) {
        List<String> days = List.of(phrases.alternatives("days").split("\\|", -1));
        return DayOfWeek.of(days.indexOf(abbreviation) + 1).getDisplayName(TextStyle.FULL, locale);
    }

    private boolean isScore(Found found) {
        return found.before()
                .matches(
                        "(?s).*(?<!\\p{L})(?:"
                                + phrases.alternatives("sports")
                                + ")(?!\\p{L}).{0,15}");
    }

    private @Nullable String iso(Found found) {
        String date = date(found);
        if (date == null || !found.has("hour")) {
            return date;
        }
        String zone = found.group("zone");
        return date
                + ", "
                + time(found)
                + (zone.isEmpty() ? "" : zone.matches("[ZU].*") ? " UTC" : " UTC " + offset(zone));
    }

    private String offset(String zone) {
        String hours = zone.substring(1, 3).replaceFirst("^0", "");
        return phrases.word(zone.startsWith("-") ? "minus" : "plus") + " " + hours;
    }

    private String hours(Found found) {
        String from = clock(found.group("from"));
        String to = clock(found.group("to"));
        return from + " " + phrases.word("to") + " " + to;
    }

    private String clock(String written) {
        String[] parts = written.split(" ?[:.h]", -1);
        return time(parts[0], parts[1]);
    }

    private String time(Found found) {
        return time(found.group("hour"), found.group("minute"));
    }

    /// "18 Uhr 30", "18 heures 30", "18 y 30", "18 horas".
    private String time(String hour, String minute) {
        String hours = hour.replaceFirst("^0(?=\\d)", "");
        String minutes = minute.replaceFirst("^0", "");
        String name = phrases.word("hour");
        if (hours.equals("1") || hours.equals("0")) {
            name =
                    switch (phrases.language()) {
                        case "fr" -> "heure";
                        case "es", "pt" -> "hora";
                        default -> name;
                    };
        }
        if (minutes.isEmpty() || minutes.equals("0") || minute.equals("00")) {
            return phrases.language().equals("it") ? hours : hours + " " + name;
        }
        return switch (phrases.language()) {
            case "es" -> hours + " y " + minutes;
            case "it" -> hours + " e " + minutes;
            case "pt" -> hours + " " + name + " e " + minutes;
            default -> hours + " " + name + " " + minutes;
        };
    }

    private @Nullable String date(Found found) {
        int day = Integer.parseInt(found.group("day"));
        int month = Integer.parseInt(found.group("month"));
        String written = found.group("year");
        int year = written.isEmpty() ? 2000 : Integer.parseInt(written);
        if (written.length() == 2) {
            year += year < 50 ? 2000 : 1900;
        }
        try {
            LocalDate date = LocalDate.of(year, month, day);
            String name = date.getMonth().getDisplayName(TextStyle.FULL, found.locale());
            String end = written.isEmpty() ? "" : " " + year;
            return switch (found.locale().getLanguage()) {
                case "de" -> day + ". " + name + end;
                case "fr" -> (day == 1 ? "1er" : Integer.toString(day)) + " " + name + end;
                case "es", "pt" -> day + " de " + name + (end.isEmpty() ? "" : " de" + end);
                default -> day + " " + name.toLowerCase(Locale.ROOT) + end;
            };
        } catch (DateTimeException _) {
            return null;
        }
    }
}
