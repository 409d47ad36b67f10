package io.parler.conversion.normalization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rules of languages with a decimal comma: German, French, Spanish, Italian, Portuguese and
/// Dutch. They have the most frequent kinds only.
final class Continental {
    private static final String SYMBOLS =
            "km/h|km²|km|m²|m³|m|cm|mm|kg|g|l|ml|%|°C|GB|MB|kWh|€|$|£";

    /// The names in the order of the symbols.
    private static final Map<String, String> NAMES =
            Map.of(
                    "de",
                    "Kilometer pro Stunde|Quadratkilometer|Kilometer|Quadratmeter|Kubikmeter|Meter|Zentimeter|Millimeter|Kilogramm|Gramm|Liter|Milliliter|Prozent|Grad Celsius|Gigabyte|Megabyte|Kilowattstunden|Euro|Dollar|Pfund",
                    "fr",
                    "kilomètres à l’heure|kilomètres carrés|kilomètres|mètres carrés|mètres cubes|mètres|centimètres|millimètres|kilogrammes|grammes|litres|millilitres|pour cent|degrés Celsius|gigaoctets|mégaoctets|kilowattheures|euros|dollars|livres",
                    "es",
                    "kilómetros por hora|kilómetros cuadrados|kilómetros|metros cuadrados|metros cúbicos|metros|centímetros|milímetros|kilogramos|gramos|litros|mililitros|por ciento|grados Celsius|gigabytes|megabytes|kilovatios hora|euros|dólares|libras",
                    "it",
                    "chilometri all’ora|chilometri quadrati|chilometri|metri quadrati|metri cubi|metri|centimetri|millimetri|chilogrammi|grammi|litri|millilitri|per cento|gradi Celsius|gigabyte|megabyte|chilowattora|euro|dollari|sterline",
                    "pt",
                    "quilômetros por hora|quilômetros quadrados|quilômetros|metros quadrados|metros cúbicos|metros|centímetros|milímetros|quilogramas|gramas|litros|mililitros|por cento|graus Celsius|gigabytes|megabytes|quilowatts-hora|euros|dólares|libras",
                    "nl",
                    "kilometer per uur|vierkante kilometer|kilometer|vierkante meter|kubieke meter|meter|centimeter|millimeter|kilogram|gram|liter|milliliter|procent|graden Celsius|gigabyte|megabyte|kilowattuur|euro|dollar|pond");

    private static final String NUMBER =
            "(?<number>\\d{1,3}(?:[. ’']\\d{3}){1,4}(?:,\\d{1,9})?|\\d{1,15}(?:,\\d{1,9})?)";
    private static final String START = "(?<![\\p{L}\\p{N}])(?<!\\d[.,])";

    private Continental() {}

    static boolean has(String language) {
        return NAMES.containsKey(language);
    }

    /// "25 m²", "5 %", "1.234,56 €", "3.10.2024", "1 234 567".
    static List<RuleGroup> rules(String language) {
        Map<String, String> names = names(language);
        String symbols =
                names.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        return List.of(
                RuleGroup.withNumbers(
                        List.of(
                                Rule.of(
                                        "(?<![\\w.])(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)(?![\\w-])",
                                        Continental::date),
                                Rule.of(
                                        "(?<![\\w./])(?<day>\\d{1,2})[./](?<month>\\d{1,2})[./](?<year>(?:19|20)\\d\\d)(?![\\w/])",
                                        Continental::date),
                                Rule.of(
                                        START
                                                + NUMBER
                                                + " ?(?<unit>"
                                                + symbols
                                                + ")(?![\\p{L}\\p{N}²³/])",
                                        found ->
                                                ungrouped(found)
                                                        + " "
                                                        + names.get(found.group("unit"))),
                                Rule.of(
                                        "(?<![\\p{L}\\p{N}])(?<unit>[€$£]) ?"
                                                + NUMBER
                                                + "(?![\\p{L}\\p{N}])",
                                        found ->
                                                ungrouped(found)
                                                        + " "
                                                        + names.get(found.group("unit"))),
                                Rule.of(
                                        START
                                                + "(?<number>\\d{1,3}(?:(?:\\.\\d{3}){2,4}|(?: \\d{3}){1,4}|(?:[’']\\d{3}){1,4}))(?![\\p{L}\\p{N}.])",
                                        Continental::ungrouped))));
    }

    private static Map<String, String> names(String language) {
        String[] symbols = SYMBOLS.split("\\|", -1);
        String[] words = NAMES.getOrDefault(language, "").split("\\|", -1);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < symbols.length; i++) {
            names.put(symbols[i], words[i]);
        }
        return names;
    }

    /// Voices read a long number without marks between its digits.
    private static String ungrouped(Found found) {
        return found.group("number").replaceAll("[. ’']", "");
    }

    private static @Nullable String date(Found found) {
        int day = Integer.parseInt(found.group("day"));
        int month = Integer.parseInt(found.group("month"));
        int year = Integer.parseInt(found.group("year"));
        try {
            LocalDate date = LocalDate.of(year, month, day);
            String name = date.getMonth().getDisplayName(TextStyle.FULL, found.locale());
            return switch (found.locale().getLanguage()) {
                case "de" -> day + ". " + name + " " + year;
                case "fr" -> (day == 1 ? "1er" : Integer.toString(day)) + " " + name + " " + year;
                case "es", "pt" -> day + " de " + name + " de " + year;
                default -> day + " " + name.toLowerCase(Locale.ROOT) + " " + year;
            };
        } catch (DateTimeException _) {
            return null;
        }
    }
}
