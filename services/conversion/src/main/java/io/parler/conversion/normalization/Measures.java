package io.parler.conversion.normalization;

import java.util.List;

/// Measures that are more than a number and the symbol of a unit: feet and inches, coordinates,
/// blood pressure, ranges with a unit on both sides.
final class Measures {
    private static final Rule COORDINATE =
            Rule.of(
                    "(?<![\\p{L}\\p{N}.])(?<degrees>\\d{1,3})°"
                            + " ?(?<minutes>\\d{1,2})['’′](?:"
                            + " ?(?<seconds>\\d{1,2}(?:\\.\\d{1,3})?)[\"”″])?"
                            + "(?: ?(?<where>[NSEW])(?!\\w))?",
                    Measures::coordinate);

    /// "5'10\"", "48°51′24″N", "120/80 mmHg", "5.6 L/100 km", "5%–10%".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<from>"
                                    + EnglishNumbers.NUMBER
                                    + ")% ?[–—-] ?(?<to>"
                                    + EnglishNumbers.NUMBER
                                    + ")%",
                            found -> found.group("from") + " to " + found.group("to") + " percent"),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<number>\\d{1,3}(?:\\.\\d{1,2})?) ?[lL]/100 ?km\\b",
                            found -> liters(found) + " per 100 kilometers"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,/])(?<above>\\d{2,3})/(?<below>\\d{2,3}) ?mm ?Hg\\b",
                            found ->
                                    found.group("above")
                                            + " over "
                                            + found.group("below")
                                            + " millimeters of mercury"),
                    Rule.of(
                            "(?<=\\d ?V)(?<mark>, |/)(?<number>\\d{1,3}) ?A(?![\\p{L}\\p{N}])",
                            found ->
                                    found.group("mark").replace('/', ' ')
                                            + found.group("number")
                                            + " amps"),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<number>\\d{1,3}) ?pt(?=\\.? (?:font|type|text|size|serif|sans|Helvetica|Arial|Times)\\b)",
                            found -> found.group("number") + " point"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<number>\\d{1,2})['’′](?= (?:tall|long|wide|deep|high)\\b)",
                            found -> count(found.group("number"), "foot", "feet")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<a>\\d{1,3})['’′] ?[x×] ?(?<b>\\d{1,3})['’′](?![\\w\"])",
                            found -> found.group("a") + " by " + found.group("b") + " feet"),
                    Rule.of(
                            "(?=[–—])(?<=\\d ?(?:°[CF]?|%|[kcm]?m|k?g|ms|[MG]B|[MG]Hz|k?W|kWh))[–—](?=\\d)",
                            _ -> " to "),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?![24568]K )(?<number>\\d{1,4}(?:\\.\\d{1,2})?)[kK](?<more>\\+)?(?= \\p{Ll}{3,20}s\\b)(?! (?:runs|races|miles|words)\\b)",
                            found ->
                                    found.group("number")
                                            + " thousand"
                                            + (found.has("more") ? " plus" : "")),
                    COORDINATE,
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<feet>\\d{1,3})(?:['’′] ?| ?ft\\.?"
                                    + " )(?<inches>\\d{1,2}(?:\\.\\d)?)(?:[\"”″]|''| ?in\\b\\.?)",
                            found ->
                                    count(found.group("feet"), "foot", "feet")
                                            + " "
                                            + count(found.group("inches"), "inch", "inches")),
                    Rule.of(
                            EnglishNumbers.AMOUNT + "(?: ?″)(?!\\w)",
                            found ->
                                    EnglishNumbers.amount(found)
                                            + (EnglishNumbers.isOne(found) ? " inch" : " inches")),
                    Rule.of(
                            EnglishNumbers.AMOUNT + "\"(?![\\w\"])",
                            found ->
                                    isInsideQuotes(found)
                                            ? null
                                            : EnglishNumbers.amount(found)
                                                    + (found.after().matches(" \\p{Ll}.*")
                                                            ? " inch"
                                                            : " inches")));

    private Measures() {}

    private static String liters(Found found) {
        String number = found.group("number");
        return number + (number.equals("1") ? " liter" : " liters");
    }

    /// Whether the last quotation mark before it opens a quotation.
    static boolean isInsideQuotes(Found found) {
        String text = found.text();
        int mark = text.lastIndexOf('"', found.match().start() - 1);
        return mark == 0
                || (mark > 0
                        && (Character.isWhitespace(text.charAt(mark - 1))
                                || "([{—–-/".indexOf(text.charAt(mark - 1)) >= 0));
    }

    private static String coordinate(Found found) {
        String words =
                count(found.group("degrees"), "degree", "degrees")
                        + " "
                        + count(found.group("minutes"), "minute", "minutes");
        if (found.has("seconds")) {
            words += " " + count(found.group("seconds"), "second", "seconds");
        }
        return words
                + switch (found.group("where")) {
                    case "N" -> " north";
                    case "S" -> " south";
                    case "E" -> " east";
                    case "W" -> " west";
                    default -> "";
                };
    }

    private static String count(String number, String one, String many) {
        return number + " " + (number.equals("1") ? one : many);
    }
}
