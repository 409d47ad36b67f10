package io.parler.conversion.normalization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Units of measurement after a number. Their names are those of the CLDR.
final class ContinentalUnits {
    /// As letters after a number they may mean something else: only after a blank.
    private static final Set<String> AFTER_BLANK =
            Set.of(
                    "K", "N", "J", "t", "B", "A", "MP", "in", "ft", "pt", "el", "tl", "EL", "TL",
                    "ch", "lb", "F", "mi", "u", "mc", "gr", "hl", "pp", "cal", "bar");

    private final Phrases phrases;
    private final Map<String, String> units;
    private final Map<String, String> per;

    ContinentalUnits(Phrases phrases) {
        this.phrases = phrases;
        this.units = units(phrases);
        this.per = phrases.section("per");
    }

    /// "4,5 ms", "25 m²", "130 km/h", "−5 °C", "10–20 kg", "5 kg/m²".
    List<Rule> rules() {
        return List.of(
                Rule.of(
                        Continental.AMOUNT
                                + "(?<gap>[ \u00a0\u202f-]?)(?<unit>"
                                + Phrases.anyOf(units.keySet())
                                + ")(?:/(?<per>"
                                + Phrases.anyOf(per.keySet())
                                + "))?(?![\\p{L}\\p{N}²³/’'])",
                        this::measure),
                Rule.of(
                        "(?=/)(?<=\\d \\p{L}{1,20}|[€$£])/(?<per>"
                                + Phrases.anyOf(per.keySet())
                                + ")(?![\\p{L}\\p{N}/])",
                        found -> " " + perWord() + " " + per.get(found.group("per"))),
                Rule.of(
                        "(?<![\\p{L}\\p{N}./])(?<unit>km/h|km/u|m/s|km²|m²|m³|cm²|cm³|°C|°F|kWh|MWh|GWh|MHz|GHz|kHz|Mbit/s|Gbit/s|kW|ms|µs)(?![\\p{L}\\p{N}²³/])",
                        found ->
                                units.containsKey(found.group("unit"))
                                        ? Continental.name(
                                                units.getOrDefault(found.group("unit"), ""),
                                                found.wordBefore().matches("pro|par|por|per|al"))
                                        : null));
    }

    private static Map<String, String> units(Phrases phrases) {
        Map<String, String> units = new LinkedHashMap<>();
        phrases.sections("more units", "units")
                .forEach(
                        (symbol, name) -> {
                            units.put(symbol, name);
                            if (symbol.matches("[kcmd]?m[²³]")) {
                                units.putIfAbsent(symbol.replace('²', '2').replace('³', '3'), name);
                            }
                            if (symbol.startsWith("µ")) {
                                units.putIfAbsent("μ" + symbol.substring(1), name);
                            }
                            if (symbol.endsWith("Ω")) {
                                units.putIfAbsent(symbol.replace('Ω', '\u2126'), name);
                            }
                        });
        return units;
    }

    private @Nullable String measure(Found found) {
        String symbol = found.group("unit");
        if (symbol.equals("ha") && isVerb(found)) {
            return null;
        }
        boolean ordinal =
                symbol.equals("°")
                        && phrases.language().matches("it|es|pt")
                        && found.group("from").length() <= 2
                        && found.after()
                                .matches(
                                        "(?s) (?!(?:nord|sud|est|ovest|norte|sur|sul|este|oeste|bajo|sotto|abaixo)\\b)(?:de )?\\p{L}{3}.*");
        if (ordinal) {
            return null;
        }
        String gap = found.group("gap");
        boolean doubtful = AFTER_BLANK.contains(symbol) && !found.has("per");
        if (doubtful && gap.isEmpty()) {
            return null;
        }
        if (gap.equals("-") && symbol.length() == 1 && !symbol.matches("[%°]")) {
            return null;
        }
        if (symbol.equals("A") && found.written().matches("\\d{1,3} A")) {
            return isRoad(found) ? null : words(found, symbol);
        }
        return words(found, symbol);
    }

    /// "Nel 2020 ha vinto".
    private boolean isVerb(Found found) {
        return phrases.language().matches("es|it|pt")
                && (found.group("from").matches("(?:1\\d|20)\\d\\d")
                        || !found.after().matches("(?s)|[.,;:)].*| (?:de|di|y|e|o)\\b.*"));
    }

    private static boolean isRoad(Found found) {
        return found.after().matches(" \\d.*");
    }

    private String words(Found found, String symbol) {
        String words =
                Continental.amount(found, phrases)
                        + " "
                        + Continental.name(
                                units.getOrDefault(symbol, ""), Continental.isOne(found));
        if (found.has("per")) {
            words += " " + perWord() + " " + per.get(found.group("per"));
        }
        return symbol.endsWith(".") && !found.has("per") && found.endsSentence()
                ? words + "."
                : words;
    }

    private String perWord() {
        return switch (phrases.language()) {
            case "de" -> "pro";
            case "nl" -> "per";
            case "it" -> "per";
            case "fr" -> "par";
            default -> "por";
        };
    }
}
