package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Times of day, lengths of time and decades, where a voice needs help.
final class Times {
    private static final Map<Character, String> PARTS =
            Map.of('d', "day", 'h', "hour", 'm', "minute", 's', "second");
    private static final String CLOCK = "(?:[01]?\\d|2[0-4]):[0-5]\\d";

    /// "1990s", "’90s", "9–5pm", "10:30:15", "1h 20m", "24/7".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,])(?<century>1[1-9]|20)(?<decade>\\d)0[’']?s\\b",
                            Times::decade),
                    Rule.of("(?<![\\p{L}\\p{N}.,])[’'‘](?<decade>\\d)0[’']?s\\b", Times::decade),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,])(?<many>10{1,3})s(?= of\\b)",
                            found ->
                                    switch (found.group("many").length()) {
                                        case 2 -> "tens";
                                        case 3 -> "hundreds";
                                        default -> "thousands";
                                    }),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,-])(?<decade>[5-9])0s(?= (?:kids?|music|style|nostalgia|rock|pop|fashion|movies?|films?|songs?|hits?|sitcoms?|TV|shows?|era|vibes?|aesthetic|revival|metal|disco|sound)\\b)",
                            Times::decade),
                    Rule.ignoringCase(
                            "(?=\\d0)(?<=\\b(?:his|her|their|my|our|your|the|early|mid|late|1\\d)["
                                    + " -])(?<decade>[2-9])0[’']?s\\b",
                            Times::decade),
                    Rule.of(
                            "(?<=[ (])[’'](?<year>\\d\\d)(?![\\d’'\\w])",
                            found ->
                                    (found.group("year").startsWith("0") ? "oh " : "")
                                            + EnglishNumbers.cardinal(
                                                    Integer.parseInt(found.group("year")))),
                    Rule.asWritten("(?<![\\w.])(?:40[0-9]|41[08]|42[29]|50[0-4])s(?!\\w)"),
                    Rule.of(
                            "(?<![\\w:.])(?<from>\\d{1,2}(?::[0-5]\\d)?)"
                                    + " ?(?<a>[ap]\\.?m\\.?|AM|PM)? ?[–—-]"
                                    + " ?(?<to>\\d{1,2}(?::[0-5]\\d)?) ?(?<b>[ap]\\.m\\.(?= \\p{Ll}| [A-Z]{2,4}\\b|[,;:)])|[ap]\\.?m\\b|AM\\b|PM\\b)",
                            Times::range),
                    Rule.of(
                            "(?<![\\w:.])(?<from>"
                                    + CLOCK
                                    + ") ?[–—-] ?(?<to>"
                                    + CLOCK
                                    + ")(?![\\w:])",
                            found -> found.group("from") + " to " + found.group("to")),
                    Rule.of(
                            "(?<![\\w:.])(?<clock>" + CLOCK + "):(?<seconds>[0-5]\\d)(?![\\w:])",
                            Times::clock),
                    Rule.of(
                            "(?<![\\w:.])(?<d>\\d{1,3}) ?d (?<h>\\d{1,2}) ?h(?:r|rs)?(?:"
                                    + " ?(?<m>\\d{1,2}) ?(?:m|min|mins))?(?<s>)\\b",
                            Times::length),
                    Rule.of(
                            "(?<![\\w:.])(?<h>\\d{1,3}) ?h(?:r|rs)? ?(?<m>\\d{1,2})"
                                    + " ?(?:m|min|mins)(?: ?(?<s>\\d{1,2}) ?(?:s|sec))?\\b",
                            Times::length),
                    Rule.of(
                            "(?<![\\w:.])(?<h>)(?<m>\\d{1,3}) ?m(?:in)? ?(?<s>\\d{1,2})"
                                    + " ?s(?:ec)?\\b",
                            Times::length),
                    Rule.of(
                            "(?<![\\w:.])(?<h>[01]?\\d|2[0-3])h(?<m>[0-5]\\d)\\b(?<s>)",
                            found -> found.group("h") + ":" + found.group("m")),
                    Rule.of("(?<![\\w/.])24/7/365(?![\\w/])", _ -> "24 7 365"),
                    Rule.of("(?<![\\w/.])24/7(?![\\w/])", _ -> "24 7"),
                    Rule.of("(?=Z)(?<=\\d:[0-5]\\d(?::[0-5]\\d)?)Z(?![\\p{L}\\p{N}])", _ -> " UTC"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<zone>UTC|GMT)(?<sign>[+−-])(?<hours>\\d{1,2})(?![\\w])",
                            found ->
                                    found.group("zone")
                                            + " "
                                            + EnglishNumbers.sign(found.group("sign"))
                                            + Integer.parseInt(found.group("hours"))),
                    Rule.of("(?<![\\w/.])9/11(?![\\w/])", _ -> "nine eleven"));

    private Times() {}

    private static String decade(Found found) {
        int tens = Integer.parseInt(found.group("decade"));
        String century =
                found.match().namedGroups().containsKey("century") ? found.group("century") : "";
        String before =
                century.isEmpty() ? "" : EnglishNumbers.cardinal(Integer.parseInt(century)) + " ";
        if (tens == 0) {
            return century.equals("20") || century.isEmpty()
                    ? "two thousands"
                    : before + "hundreds";
        }
        if (tens == 1) {
            return before + "tens";
        }
        String words = EnglishNumbers.cardinal(tens * 10);
        return before + words.substring(0, words.length() - 1) + "ies";
    }

    private static String range(Found found) {
        String first = found.has("a") ? " " + half(found.group("a")) : "";
        return found.group("from")
                + first
                + " to "
                + found.group("to")
                + " "
                + half(found.group("b"));
    }

    private static String half(String half) {
        return Character.toLowerCase(half.charAt(0)) + "m";
    }

    private static String clock(Found found) {
        String seconds = found.group("seconds");
        String clock = found.group("clock");
        if (found.wordBefore().matches("in|took|under|than|of|takes|lasted|lasts")) {
            String[] parts = clock.split(":", -1);
            return count(parts[0], 'h')
                    + ' '
                    + count(parts[1], 'm')
                    + (seconds.equals("00") ? "" : " and " + count(seconds, 's'));
        }
        return seconds.equals("00") ? clock : clock + " and " + count(seconds, 's');
    }

    private static String length(Found found) {
        StringBuilder words = new StringBuilder();
        Set<String> groups = found.match().namedGroups().keySet();
        for (String part : List.of("d", "h", "m", "s")) {
            String number = groups.contains(part) ? found.group(part) : "";
            if (!number.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(count(number, part.charAt(0)));
            }
        }
        return words.toString();
    }

    private static String count(String digits, char unit) {
        int number = Integer.parseInt(digits);
        return number + " " + PARTS.get(unit) + (number == 1 ? "" : "s");
    }
}
