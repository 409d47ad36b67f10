package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Amounts of money, with the sign before or after the number.
final class ContinentalMoney {
    private final Phrases phrases;
    private final Map<String, String> currencies;
    private final Map<String, String> scales;

    ContinentalMoney(Phrases phrases) {
        this.phrases = phrases;
        this.currencies = phrases.section("currencies");
        this.scales = phrases.section("scales");
    }

    /// "1.234,56 €", "R$ 650", "3 Mio. Euro", "US$ 5,3 bilhões", "3 M€", "1 000,-".
    List<Rule> rules() {
        String sign = "(?<currency>" + Phrases.anyOf(currencies.keySet()) + ")";
        String scale = "(?: ?(?<scale>" + Phrases.anyOf(scales.keySet()) + "))?";
        String per = "(?:/(?<per>" + Phrases.anyOf(phrases.section("per").keySet()) + "))?";
        return List.of(
                phrases.ruleIn(
                        Set.of("fr"),
                        "(?<![\\w.,])(?<number>\\d{1,6})€(?<cents>\\d\\d)(?!\\w)",
                        found -> found.group("number") + " euros " + found.group("cents")),
                Rule.of(
                        Continental.AMOUNT
                                + "(?<dash>,[-–—])?"
                                + scale
                                + " ?[ \u00a0\u202f]?(?:(?:de|di|d’) )?"
                                + sign
                                + per
                                + "(?![\\p{L}\\p{N}])",
                        this::money),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])(?<outer>[−~≈<>≤≥-] ?)?"
                                + sign
                                + "[ \u00a0\u202f]?"
                                + Continental.AMOUNT
                                        .replace(Continental.START, "")
                                        .replace(
                                                "(?<from>",
                                                "(?<from>\\d{1,3}(?:,\\d{3})+(?![\\d,])|")
                                + "(?<dash>,[-–—])?"
                                + scale
                                + per
                                + "(?![\\p{L}\\p{N}]|[.,]\\d)",
                        this::money),
                Rule.of(
                        Continental.AMOUNT
                                + "[ \u00a0\u202f]?(?<scale>"
                                + Phrases.anyOf(scales.keySet())
                                + ")(?<currency>)(?<dash>)(?<per>)(?![\\p{L}\\p{N}/²³])",
                        this::number));
    }

    private @Nullable String money(Found found) {
        String sign = found.group("currency");
        String scale = found.group("scale");
        if (scale.length() == 1 && sign.length() > 2 && !sign.matches(".*\\p{Lu}.*")) {
            return null;
        }
        String from = found.group("from");
        boolean english = from.matches("\\d{1,3}(?:,\\d{3})+");
        String number = english ? from.replace(",", "") : Continental.amount(found, phrases);
        if (found.match().namedGroups().containsKey("outer") && found.has("outer")) {
            String outer = found.group("outer").strip();
            number =
                    (outer.matches("[-−]")
                                    ? phrases.word("minus")
                                    : phrases.section("signs")
                                            .getOrDefault(
                                                    outer.equals("≈") ? "~" : "bound " + outer,
                                                    phrases.section("signs")
                                                            .getOrDefault(outer, "")))
                            + " "
                            + number;
        }
        String names = currencies.getOrDefault(sign, "");
        boolean one = Continental.isOne(found) && scale.isEmpty();
        String words =
                number
                        + (scale.isEmpty() ? "" : " " + scaleName(found))
                        + " "
                        + (scale.isEmpty() ? "" : linked(found, Continental.name(names, false)))
                        + (scale.isEmpty() ? Continental.name(names, one) : "");
        if (found.has("per")) {
            words +=
                    " "
                            + switch (phrases.language()) {
                                case "de" -> "pro";
                                case "fr" -> "par";
                                case "es", "pt" -> "por";
                                default -> "per";
                            }
                            + " "
                            + phrases.section("per").get(found.group("per"));
        }
        return words;
    }

    /// "5 Mio." before a noun.
    private @Nullable String number(Found found) {
        String scale = found.group("scale");
        if (scale.length() < 2) {
            return null;
        }
        return Continental.amount(found, phrases) + " " + scaleName(found);
    }

    private String scaleName(Found found) {
        return Continental.name(
                scales.getOrDefault(found.group("scale"), ""), Continental.isOne(found));
    }

    /// "millions d’euros", "milioni di euro", but "mille euros".
    private String linked(Found found, String currency) {
        String link = phrases.word("million of");
        boolean round = !scaleName(found).matches("mil|mille|mila|mil millones");
        if (link.isEmpty() || !round) {
            return currency;
        }
        if (link.startsWith("d’")) {
            return (currency.matches("[aeiouyéè].*") ? "d’" : "de ") + currency;
        }
        return link + " " + currency;
    }
}
