package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;

/// Names of languages, products and notes that have a sign in them.
final class Names {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("C#", "C sharp"),
                    Map.entry("F#", "F sharp"),
                    Map.entry("J#", "J sharp"),
                    Map.entry("Q#", "Q sharp"),
                    Map.entry("C++", "C plus plus"),
                    Map.entry("g++", "G plus plus"),
                    Map.entry("Notepad++", "Notepad plus plus"),
                    Map.entry("notepad++", "notepad plus plus"),
                    Map.entry("A*", "A star"),
                    Map.entry(".NET", "dot net"),
                    Map.entry("ASP.NET", "A S P dot net"),
                    Map.entry("VB.NET", "V B dot net"),
                    Map.entry("ADO.NET", "A D O dot net"),
                    Map.entry("Node.js", "Node J S"),
                    Map.entry("node.js", "node J S"),
                    Map.entry("Vue.js", "Vue J S"),
                    Map.entry("Next.js", "Next J S"),
                    Map.entry("Nuxt.js", "Nuxt J S"),
                    Map.entry("Three.js", "Three J S"),
                    Map.entry("D3.js", "D 3 J S"),
                    Map.entry("Express.js", "Express J S"),
                    Map.entry("React.js", "React J S"),
                    Map.entry("TCP/IP", "TCP IP"),
                    Map.entry("I/O", "I O"),
                    Map.entry("i/o", "I O"),
                    Map.entry("A/B", "A B"),
                    Map.entry("CI/CD", "CI CD"),
                    Map.entry("n/a", "not applicable"),
                    Map.entry("N/A", "not applicable"),
                    Map.entry("c/o", "care of"));
    private static final String PATTERN =
            "(?<![\\p{L}\\p{N}/#])(?:"
                    + NAMES.keySet().stream()
                            .sorted((a, b) -> b.length() - a.length())
                            .map(java.util.regex.Pattern::quote)
                            .collect(java.util.stream.Collectors.joining("|"))
                    + ")(?![\\p{L}\\p{N}/#+*])";

    /// "C#", "F♯", "B♭", ".NET", "issue #42", "#1".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/#])(?<name>(?:ASP|VB|ADO)?\\.NET)(?:"
                                    + " (?<core>Core|Framework))?(?:"
                                    + " (?<number>\\d{1,2})(?![.\\d]))?(?![\\p{L}/])",
                            found ->
                                    NAMES.get(found.group("name"))
                                            + (found.has("core") ? " " + found.group("core") : "")
                                            + (found.has("number")
                                                    ? " " + found.group("number")
                                                    : "")),
                    Rule.of(
                            "(?<slash>(?<=\\p{L})/)?(?<![\\p{L}\\p{N}#])(?<name>C\\+\\+|C#)(?<number>\\d\\d)?(?![\\p{L}\\p{N}#+*])",
                            found ->
                                    (found.has("slash") ? " " : "")
                                            + NAMES.get(found.group("name"))
                                            + (found.has("number")
                                                    ? " " + found.group("number")
                                                    : "")),
                    Rule.of(
                            PATTERN,
                            found ->
                                    found.written().equals("A*")
                                                    && !found.after()
                                                            .matches(
                                                                    "(?i) (?:search|algorithm|path).*")
                                            ? null
                                            : NAMES.get(found.written())),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<note>[A-G])♯",
                            found -> found.group("note") + " sharp"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<note>[A-G])♭",
                            found -> found.group("note") + " flat"),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?<note>[A-G])#(?= (?:minor|major)\\b)",
                            found -> found.group("note") + " sharp"),
                    Rule.of(
                            "(?=#)(?<=\\b(?i:issue|issues|bug|ticket|PR|pull request|number|no)"
                                    + " ?)#(?<number>\\d{1,7})\\b",
                            found ->
                                    found.wordBefore().matches("number|no")
                                            ? found.group("number")
                                            : (found.before().endsWith(" ") ? "" : " ")
                                                    + "number "
                                                    + found.group("number")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}&#/])(?:GH-)?#(?<number>\\d{1,7})(?![\\p{L}\\p{N}])",
                            found -> "number " + found.group("number")),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}])(?i:GH)-(?<number>\\d{1,7})(?![\\p{L}\\p{N}])",
                            found -> "GitHub issue " + found.group("number")),
                    Rule.of(
                            "(?<owner>(?<![\\w/.-])[a-zA-Z][\\w-]{0,38}/[\\w-]{1,60})#(?<number>\\d{1,7})\\b",
                            found ->
                                    found.group("owner").replace("/", " slash ")
                                            + " number "
                                            + found.group("number")),
                    Rule.of(
                            "(?<![\\w+-])(?:(?:(?:Ctrl|Strg|Cmd|Alt|AltGr|Shift|Umschalt|Control|Command|Option|Opt|Win|Meta|Fn|Super)"
                                    + " ?\\+ ?){1,4}(?:[A-Z0-9]|F\\d{1,2}|\\p{Lu}\\p{Ll}{2,9})|(?:(?:Ctrl|Strg|Cmd|Alt|Shift)-){1,3}(?:[A-Z0-9]|F\\d{1,2}))(?![\\w+-])",
                            Names::keys),
                    Rule.of(
                            "(?<![\\w+])[⌘⌥⇧⌃](?:\\+?[⌘⌥⇧⌃]){0,3}\\+?(?:[A-Z0-9]|F\\d{1,2})?(?![\\w+])",
                            Names::keys),
                    Rule.of(
                            "(?<![\\w^])\\^(?<key>[A-Z])(?!\\w)",
                            found -> "Control " + found.group("key")),
                    Rule.of(
                            "(?<![\\w+])(?<grade>[A-D])\\+(?![\\w+])",
                            found -> found.group("grade") + " plus"),
                    Rule.of(
                            "(?<![\\w+])(?<grade>[A-D])[-−](?= (?:grade|rating|student|average)s?\\b)",
                            found -> found.group("grade") + " minus"),
                    Rule.of("(?<!\\S)@ ?(?=[\\d$€£])", _ -> "at "),
                    Rule.of("(?=!)(?<=\\d)! ?=(?!=)", _ -> " factorial equals "),
                    Rule.of(
                            "(?<=^|[\\s(])(?<stars>\\*{1,2})(?=(?:args|kwargs|argv)\\b)",
                            found -> found.group("stars").length() == 1 ? "star " : "star star "),
                    Rule.of(
                            "(?<=^|\\s)(?<full>★{1,5})(?<empty>☆{0,4})",
                            found ->
                                    found.group("full").length()
                                            + " out of "
                                            + Math.max(5, found.written().length())
                                            + " stars"));

    private Names() {}

    /// "Control Shift P".
    private static String keys(Found found) {
        return found.written()
                .replace("Ctrl", "Control")
                .replace("Strg", "Steuerung")
                .replace("Cmd", "Command")
                .replaceAll("\\bOpt\\b", "Option")
                .replace("⌘", "Command ")
                .replace("⌥", "Option ")
                .replace("⇧", "Shift ")
                .replace("⌃", "Control ")
                .replaceAll("[+ -]+", " ")
                .strip();
    }
}
