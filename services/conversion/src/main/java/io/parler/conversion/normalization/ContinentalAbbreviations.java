package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Abbreviations: anywhere, before a name, before a number, and at the end of a name of a street.
final class ContinentalAbbreviations {
    private final Phrases phrases;

    ContinentalAbbreviations(Phrases phrases) {
        this.phrases = phrases;
    }

    List<Rule> rules() {
        Map<String, String> numbers = phrases.section("before a number");
        Map<String, String> names = phrases.section("before a name");
        Map<String, String> anywhere = phrases.section("anywhere");
        Map<String, String> endings = phrases.section("endings");
        return List.of(
                saints("San"),
                saints("Santa"),
                phrases.ruleIn(
                        Set.of("de"),
                        "(?=f)(?<=\\d ?)ff?\\.?(?![\\p{L}\\p{N}])",
                        found ->
                                stop(
                                        found,
                                        found.written().startsWith("ff")
                                                ? " fortfolgende"
                                                : " folgende")),
                Rule.of(
                        "(?=s)(?<=[IVX](?:e|ᵉ|ème) |[IVX] )s(?:ec|iècle)?\\.(?!\\p{L})",
                        found ->
                                phrases.language().equals("fr")
                                        ? stop(found, "siècle")
                                        : phrases.language().equals("it")
                                                ? stop(found, "secolo")
                                                : null),
                Rule.of(
                        "(?<!\\p{L})(?<name>s|sec|[Ss]éc)\\.(?= [IVX]{1,6}(?!\\p{L}))",
                        found ->
                                switch (phrases.language()) {
                                    case "es" -> "siglo";
                                    case "it" -> "secolo";
                                    case "pt" -> "século";
                                    default -> null;
                                }),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<name>"
                                + Phrases.anyOf(numbers.keySet())
                                + ")[ \u00a0\u202f]?(?=[\\dIVX])(?!\\p{Lu}\\p{Ll})",
                        found -> numbers.get(found.group("name")) + " "),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<name>"
                                + Phrases.anyOf(names.keySet())
                                + ")(?<gap>[ \u00a0\u202f]?)(?!\\p{Lu}\\.)(?=[\\p{Lu}]|de[lrn]?\\b|(?:med|rer|phil|jur|Ing|h)\\b)(?<!\\p{L}(?=\\p{L}))",
                        found -> title(found, names)),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<name>"
                                + Phrases.anyOf(anywhere.keySet())
                                + ")(?![\\p{L}\\p{N}])",
                        found -> stop(found, anywhere.get(found.group("name")))),
                Rule.of(
                        "(?=\\p{L}{1,3}\\.)(?<=\\p{Lu}?\\p{L}{3,20})(?<name>"
                                + Phrases.anyOf(endings.keySet())
                                + ")(?=[ ,;)]|$)",
                        found -> stop(found, endings.get(found.group("name")))));
    }

    /// "S. Maria".
    private Rule saints(String title) {
        String names = phrases.section("saints").getOrDefault(title, Phrases.NOTHING);
        return Rule.of("(?<![\\p{L}\\p{N}.])S\\.(?= (?:" + names + ")(?!\\p{L}))", _ -> title);
    }

    private @Nullable String title(Found found, Map<String, String> names) {
        String name = found.group("name");
        String spoken = names.getOrDefault(name, "");
        boolean glued =
                found.group("gap").isEmpty() && Character.isLetter(name.charAt(name.length() - 1));
        if (glued) {
            return null;
        }
        boolean starts = found.before().isBlank() || found.before().matches("(?s).*[.!?:»”]\\s+");
        String first =
                starts
                        ? spoken.substring(0, 1).toUpperCase(found.locale())
                        : spoken.substring(0, 1);
        return first + spoken.substring(1) + (name.endsWith("-") ? "" : " ");
    }

    /// With the full stop of the sentence that ends here.
    private @Nullable String stop(Found found, @Nullable String spoken) {
        boolean noun =
                phrases.language().equals("de")
                        && !found.after().isBlank()
                        && !found.after().matches("(?s)[)”\"’'»\\]]+\\s*");
        return spoken != null && found.written().endsWith(".") && found.endsSentence() && !noun
                ? spoken + "."
                : spoken;
    }
}
