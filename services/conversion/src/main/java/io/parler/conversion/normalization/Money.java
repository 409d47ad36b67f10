package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Amounts of money that are more than a sign and a number: those, voices read.
final class Money {
    /// The name of one unit, and of several.
    private record Currency(String one, String many) {
        static Currency of(String names) {
            String[] parts = names.split("\\|", -1);
            return new Currency(parts[0], parts[parts.length - 1]);
        }
    }

    private static final Map<String, Currency> CURRENCIES =
            Map.ofEntries(
                    entry("$", "dollar|dollars"),
                    entry("US$", "US dollar|US dollars"),
                    entry("A$", "Australian dollar|Australian dollars"),
                    entry("AU$", "Australian dollar|Australian dollars"),
                    entry("C$", "Canadian dollar|Canadian dollars"),
                    entry("CA$", "Canadian dollar|Canadian dollars"),
                    entry("NZ$", "New Zealand dollar|New Zealand dollars"),
                    entry("HK$", "Hong Kong dollar|Hong Kong dollars"),
                    entry("NT$", "Taiwan dollar|Taiwan dollars"),
                    entry("S$", "Singapore dollar|Singapore dollars"),
                    entry("R$", "real|reais"),
                    entry("Mex$", "Mexican peso|Mexican pesos"),
                    entry("€", "euro|euros"),
                    entry("£", "pound|pounds"),
                    entry("¥", "yen"),
                    entry("₹", "rupee|rupees"),
                    entry("₩", "won"),
                    entry("Rs", "rupee|rupees"),
                    entry("Rs.", "rupee|rupees"),
                    entry("₽", "ruble|rubles"),
                    entry("₿", "bitcoin"),
                    entry("₺", "lira"),
                    entry("₪", "shekel|shekels"),
                    entry("₫", "dong"),
                    entry("₱", "peso|pesos"),
                    entry("₦", "naira"),
                    entry("₴", "hryvnia"),
                    entry("zł", "zloty"),
                    entry("¢", "cent|cents"),
                    entry("USD", "US dollar|US dollars"),
                    entry("EUR", "euro|euros"),
                    entry("GBP", "pound|pounds"),
                    entry("JPY", "yen"),
                    entry("CHF", "Swiss franc|Swiss francs"),
                    entry("CAD", "Canadian dollar|Canadian dollars"),
                    entry("AUD", "Australian dollar|Australian dollars"),
                    entry("NZD", "New Zealand dollar|New Zealand dollars"),
                    entry("INR", "rupee|rupees"),
                    entry("CNY", "yuan"),
                    entry("RMB", "yuan"),
                    entry("SEK", "Swedish krona|Swedish kronor"),
                    entry("NOK", "Norwegian krone|Norwegian kroner"),
                    entry("DKK", "Danish krone|Danish kroner"),
                    entry("PLN", "zloty"),
                    entry("BTC", "bitcoin"));

    private static final String CODES =
            "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|RMB|SEK|NOK|DKK|PLN|BTC";
    private static final String SIGNS = "(?:US|AU?|CA?|NZ|HK|NT|S|R|Mex)?\\$|[€£¥₹₩₽₿₺₪₫₱₦₴]";
    private static final String NUMBER =
            "(?:\\d{1,3}(?:[.’']\\d{3}){1,4},\\d\\d|\\d{1,3},\\d(?=\\s)|\\d{1,3}(?:\\.\\d{3}){2,4}(?![\\d,])|\\d{1,6},\\d\\d(?!\\d|,\\d)|"
                    + EnglishNumbers.NUMBER
                    + ")";
    private static final String SCALE =
            "(?: ?(?<scale>lakh|crore|million|billion|trillion|thousand|hundred"
                    + " thousand|bn|tn|trn|mn|mm|mio|[kKmMbBT])(?![\\p{L}\\p{N}]))?";
    private static final String PER =
            "(?:/(?<per>month|mo|year|yr|hour|hr|h|day|week|wk|user|kg|lb|person|seat|night|GB|kWh|gal|gallon|mile|minute|min|oz|barrel|bbl|token|ton|sq"
                    + " ft|piece|unit|license)\\b(?:/(?<also>user|seat|person|month|year|device|server|team)\\b)?)?";
    private static final Map<String, String> PERIODS =
            Map.of(
                    "mo",
                    "month",
                    "yr",
                    "year",
                    "hr",
                    "hour",
                    "h",
                    "hour",
                    "wk",
                    "week",
                    "min",
                    "minute",
                    "gal",
                    "gallon",
                    "bbl",
                    "barrel",
                    "GB",
                    "gigabyte",
                    "kWh",
                    "kilowatt hour");

    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}/])(?<sign>[−+±~≈<>≤≥-] ?)?(?<currency>"
                                    + SIGNS
                                    + "|(?:"
                                    + SIGNS
                                    + "|Rs\\.?|"
                                    + CODES
                                    + ") ?)(?<minus>[-−])?(?<from>"
                                    + NUMBER
                                    + ")"
                                    + "(?:(?<each>[kKmMbB]| (?:million|billion|trillion|thousand|bn|mn))(?= ?[–—-] ?(?:"
                                    + SIGNS
                                    + ")?\\d))?(?: ?[–—-] ?(?:"
                                    + SIGNS
                                    + ")?(?<to>"
                                    + NUMBER
                                    + "))?"
                                    + SCALE
                                    + "(?<more>\\+)?"
                                    + PER
                                    + "(?![\\p{L}\\p{N}])",
                            Money::amount),
                    Rule.of(
                            EnglishNumbers.START
                                    + "(?<sign>[−+±~≈<>≤≥-] ?)?(?<minus>)(?<from>"
                                    + NUMBER
                                    + ")(?: ?[–—-] ?(?<to>"
                                    + NUMBER
                                    + "))?"
                                    + SCALE
                                    + " ?(?<currency>[€£¥₹₩₽₿₺₪₫₱₦₴¢$]|zł|(?:"
                                    + CODES
                                    + ")(?!\\p{L}))(?<more>\\+)?"
                                    + PER
                                    + "(?![\\p{N}])",
                            Money::amount),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.,])(?<from>\\d{1,2})p(?= (?:coin|a |each|per |for"
                                    + " |off)|[.,;!?)]|$)",
                            found -> found.isAmerican() ? null : found.group("from") + " pence"),
                    Rule.of(
                            EnglishNumbers.AMOUNT + " ?bps?(?![\\p{L}/])",
                            found ->
                                    found.written().endsWith("s")
                                            ? EnglishNumbers.amount(found) + " basis points"
                                            : null));

    private Money() {}

    private static Map.Entry<String, Currency> entry(String sign, String names) {
        return Map.entry(sign, Currency.of(names));
    }

    private static @Nullable String amount(Found found) {
        String sign = found.group("currency").strip();
        boolean before = found.match().start("currency") < found.match().start("from");
        boolean plain =
                before
                        && "$€£".contains(sign)
                        && !found.group("currency").endsWith(" ")
                        && !found.has("sign")
                        && found.group("minus").isEmpty()
                        && !found.has("to")
                        && !found.has("scale")
                        && !found.has("more")
                        && !found.has("per")
                        && number(found.group("from")).equals(found.group("from"));
        if (plain) {
            return Rule.AS_WRITTEN;
        }
        Currency currency = CURRENCIES.get(sign);
        if (currency == null) {
            return null;
        }
        StringBuilder words = new StringBuilder();
        words.append(EnglishNumbers.sign(found.group("sign").strip()));
        words.append(EnglishNumbers.sign(found.group("minus")));
        words.append(number(found.group("from")));
        if (found.match().namedGroups().containsKey("each")
                && found.has("each")
                && !found.group("each").strip().equals(found.group("scale"))) {
            words.append(' ').append(scale(found.group("each").strip()));
        }
        if (found.has("to")) {
            words.append(" to ").append(number(found.group("to")));
        }
        if (found.has("scale")) {
            words.append(' ').append(scale(found.group("scale")));
        }
        if (found.has("more")) {
            words.append(" plus");
        }
        boolean one =
                (found.group("from").equals("1") && !found.has("to") && !found.has("scale"))
                        || EnglishNumbers.isBeforeNoun(found);
        words.append(' ').append(one ? currency.one() : currency.many());
        if (found.has("per")) {
            String per = found.group("per");
            words.append(" per ").append(PERIODS.getOrDefault(per, per));
            if (found.has("also")) {
                words.append(" per ").append(found.group("also"));
            }
        }
        return words.toString();
    }

    private static String scale(String scale) {
        return switch (scale) {
            case "k", "K" -> "thousand";
            case "m", "M", "mn", "mm", "mio" -> "million";
            case "b", "B", "bn" -> "billion";
            case "T", "tn", "trn" -> "trillion";
            default -> scale;
        };
    }

    /// With commas between thousands and a decimal point, as English has them.
    private static String number(String number) {
        if (number.matches("\\d{1,3}(?:[.’']\\d{3})+,\\d\\d|\\d+,\\d\\d?")) {
            return number.replaceAll("[.’']", " ").replace(',', '.').replace(' ', ',');
        }
        if (number.matches("\\d{1,3}(?:\\.\\d{3}){2,}")) {
            return number.replace('.', ',');
        }
        return EnglishNumbers.grouped(number);
    }
}
