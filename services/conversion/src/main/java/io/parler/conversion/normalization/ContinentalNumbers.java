package io.parler.conversion.normalization;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers whose digits are grouped, ranges of numbers, and scores.
final class ContinentalNumbers {
    private static final int LAST_YEAR = 2100;

    private final Phrases phrases;
    private final Pattern sports;

    ContinentalNumbers(Phrases phrases) {
        this.phrases = phrases;
        this.sports =
                Pattern.compile("(?<!\\p{L})(?:" + phrases.alternatives("sports") + ")(?!\\p{L})");
    }

    /// "+49 30 1234567", digit by digit.
    List<Rule> telephones() {
        return List.of(
                Rule.of(
                        "(?<![\\w.])(?:\\+\\d{1,3}|0\\d{1,4})(?:[ ./-]\\(?\\d{1,14}(?:\\)\\d{0,8})?){1,6}(?![\\w])",
                        this::telephone),
                Rule.of(
                        "(?<![\\w.])\\(\\d{2,4}\\) ?\\d{3,5}[ -]\\d{3,5}(?![\\w-])",
                        this::telephone));
    }

    /// "1.234.567", "1 234 567", "1’234’567" without marks.
    List<Rule> grouped() {
        return List.of(
                Rule.of(
                        Continental.START
                                + "\\d{1,3}(?:(?:\\.\\d{3}){2,4}|(?:[ \u00a0\u202f]\\d{3}){1,4}|(?:[’']\\d{3}){1,4})(?:,\\d{1,9})?(?![\\p{L}\\p{N}’']|[.,]\\d)(?![ \u00a0\u202f]\\d)",
                        found -> Continental.ungrouped(found.written())));
    }

    /// "3:1", "2-1", "2x1".
    List<Rule> scores() {
        String score = " " + phrases.word("score") + " ";
        boolean colon = phrases.language().equals("de");
        Rule hyphen =
                Rule.of(
                        "(?<![\\p{L}\\p{N}/:.,#-])(?<a>\\d{1,3}) ?[-–] ?(?<b>\\d{1,3})(?![\\p{L}\\p{N}/:%-]|[.,]\\d)",
                        found ->
                                sports.matcher(found.before()).find()
                                        ? found.group("a") + score + found.group("b")
                                        : null);
        Rule colons =
                Rule.of(
                        "(?<![\\p{L}\\p{N}/:.,])(?<a>\\d{1,3}):(?<b>\\d{1,3}(?:\\.\\d{3}){1,2}|\\d{1,6})(?![\\p{L}\\p{N}/:]|[.,]\\d)",
                        found ->
                                found.group("a") + score + Continental.ungrouped(found.group("b")));
        Rule cross =
                Rule.of(
                        "(?<![\\p{L}\\p{N}/:.,])(?<a>\\d)(?<gap> ?)x ?(?<b>\\d)(?![\\p{L}\\p{N}/:]|[.,]\\d)",
                        found ->
                                found.group("gap").isEmpty()
                                                || sports.matcher(found.before()).find()
                                        ? found.group("a") + score + found.group("b")
                                        : null);
        if (phrases.language().equals("pt")) {
            return List.of(cross, colons);
        }
        return colon || phrases.language().equals("nl") ? List.of(hyphen, colons) : List.of(colons);
    }

    /// "24/7", "3x", "1914-18", "2023/24", "und/oder".
    List<Rule> idioms() {
        String to = " " + phrases.word("to") + " ";
        return List.of(
                Rule.of("(?<![\\w/.])24/7(?![\\w/])", _ -> "24 7"),
                phrases.ruleIn(
                        Set.of("fr"),
                        "(?<![\\w/.])(?<count>\\d{1,2}) ?(?<unit>[hj]) ?/ ?(?<all>\\d{1,2})(?![\\w/])",
                        found ->
                                found.group("count")
                                        + (found.group("unit").equals("h") ? " heures" : " jours")
                                        + " sur "
                                        + found.group("all")),
                Rule.of(
                        Continental.START
                                + "(?<number>\\d{1,4}(?:,\\d{1,2})?)[x×](?![\\p{L}\\p{N}-])(?! ?[=+\\d])",
                        found -> found.group("number") + " " + phrases.word("fold")),
                Rule.of(
                        "(?<![\\w/.-])(?<from>(?:1\\d|20)\\d\\d)(?:[-–/]|[-–][’'])(?<to>\\d\\d)(?![\\w/.:-])",
                        found ->
                                isLater(found)
                                        ? found.group("from") + to + found.group("to")
                                        : null),
                Rule.of(
                        "(?<![\\p{L}\\p{N}/])(?<and>und|et|y|e|en)/(?<or>oder|ou|o|u|of)(?![\\p{L}/])",
                        found -> found.group("and") + " " + found.group("or")));
    }

    private static boolean isLater(Found found) {
        int from = Integer.parseInt(found.group("from")) % 100;
        return from < Integer.parseInt(found.group("to"))
                || (from == 99 && found.group("to").equals("00"));
    }

    /// "10–20", "3-5", "A–Z".
    List<Rule> ranges() {
        String to = " " + phrases.word("to") + " ";
        return List.of(
                Rule.of(
                        Continental.START
                                + "(?<![-/#])(?<from>"
                                + Continental.NUMBER
                                + ")(?<sign> ?%)? ?[–—] ?(?<to>"
                                + Continental.NUMBER
                                + ")(?![\\p{L}\\p{N}/%])(?![–—.,:-]\\d)",
                        found -> range(found, to)),
                Rule.of(
                        Continental.START
                                + "(?<![-/#])(?<from>\\d{1,4})-(?<to>\\d{1,4})(?![\\p{L}\\p{N}/%-])(?![.,:]\\d)",
                        found -> increasing(found, to)),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])(?<from>\\p{Lu})[–—](?<to>\\p{Lu})(?![\\p{L}\\p{N}])",
                        found -> found.group("from") + to + found.group("to")));
    }

    private static String range(Found found, String to) {
        return Continental.ungrouped(found.group("from"))
                + to
                + Continental.ungrouped(found.group("to"));
    }

    /// Two numbers with a hyphen are a range if the second is larger, or a score in languages that
    /// have one word for both.
    private @Nullable String increasing(Found found, String to) {
        int from = Integer.parseInt(found.group("from"));
        int end = Integer.parseInt(found.group("to"));
        boolean sameWord = phrases.word("to").equals(phrases.word("score"));
        boolean telephone =
                found.group("to").length() == 4
                        && (found.group("from").length() == 3
                                || (found.group("from").length() == 4 && end > LAST_YEAR));
        if (telephone) {
            return null;
        }
        return from < end || (sameWord && found.written().length() <= 5)
                ? found.group("from") + to + found.group("to")
                : null;
    }

    /// Digit by digit, as the groups are written.
    private @Nullable String telephone(Found found) {
        String written =
                found.written().startsWith("+")
                        ? found.written().replace("(0)", "")
                        : found.written();
        int digits = written.replaceAll("\\D", "").length();
        if (digits < 7 || digits > 15 || written.matches("0\\d[./]\\d\\d[./]\\d{2,4}")) {
            return null;
        }
        String spaced = written.replaceAll("\\D+", ", ").replaceAll("(?<=\\d)(?=\\d)", " ");
        return (written.startsWith("+") ? phrases.word("plus") + " " : "")
                + spaced.replaceFirst("^, ", "").strip();
    }
}
