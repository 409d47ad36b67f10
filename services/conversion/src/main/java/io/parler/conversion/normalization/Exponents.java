package io.parler.conversion.normalization;

import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Powers, subscripts and numbers in scientific notation.
final class Exponents {
    private static final String UP = "[⁺⁻]?[⁰¹²³⁴-⁹ⁿ]{1,4}";

    private static final Map<String, String> ENGLISH =
            Map.of(
                    "times", "times",
                    "plus", "plus",
                    "minus", "minus",
                    "squared", "squared",
                    "cubed", "cubed",
                    "to the", "to the",
                    "to the minus", "to the minus",
                    "log base", "log base");
    static final List<Rule> RULES = new Exponents(ENGLISH).rules();

    private final Map<String, String> words;

    /// @param words those of another language, with cardinal numbers for powers
    Exponents(Map<String, String> words) {
        this.words = words;
    }

    /// "10²³", "2^10", "x²", "6.02e23", "H₂O", "log₂ 8".
    List<Rule> rules() {
        return List.of(
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<number>\\d{1,9}(?:[.,]\\d{1,12})?) ?[×x·*]"
                                + " ?10(?:\\^\\(?(?<up>[-−+]?\\d{1,4})\\)?|(?<raised>"
                                + UP
                                + "))(?!\\p{N})",
                        found ->
                                found.group("number")
                                        + times()
                                        + power(
                                                found.has("up")
                                                        ? found.group("up")
                                                        : found.group("raised"),
                                                true)),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<number>\\d{1,3}(?:[.,]\\d{1,12})?)[eE](?<up>[+-]?\\d{1,3})(?![\\p{L}\\p{N}.])",
                        found -> found.group("number") + times() + power(found.group("up"), true)),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<base>[−-]?\\d{1,9}(?:[.,]\\d{1,9})?)(?:\\^(?<up>\\([-−+]?\\d{1,4}\\)|[-−+]?\\d{1,4}|[a-z])|\\*\\*(?<stars>[-−+]?\\d{1,4})|(?<raised>"
                                + UP
                                + "))(?![\\p{L}\\p{N}])",
                        found ->
                                base(found)
                                        + " "
                                        + power(raised(found), found.group("base").equals("10"))),
                Rule.of(
                        "(?<![\\p{L}.])(?!\\p{IsGreek})(?<base>\\p{L}{1,2}|(?<=\\b)sin|cos|tan|mc|\\))(?:\\^(?<up>\\([-−+]?\\d{1,4}\\)|[-−+]?\\d{1,4}|[a-z])|\\*\\*(?<stars>[-−+]?\\d{1,4})|(?<raised>"
                                + UP
                                + "))(?![\\p{L}\\p{N}⁺⁻])",
                        found -> base(found) + " " + power(raised(found), false)),
                Rule.of(
                        "(?=[⁺⁻⁰¹²³⁴-⁹^])(?<=\\p{IsGreek}\\p{L}?)(?:\\^(?<up>[-−+]?\\d{1,4}|[a-z])|(?<raised>"
                                + UP
                                + "))(?<stars>)(?![\\p{L}\\p{N}])",
                        found -> " " + power(raised(found), false)),
                Rule.of(
                        "(?<![\\p{L}\\p{N}])(?<mass>[⁰¹²³⁴-⁹]{1,3})(?<element>[A-Z][a-z]?)(?![\\p{L}\\p{N}])",
                        found -> found.group("element") + " " + plain(found.group("mass"))),
                Rule.of(
                        "(?<!\\p{L})(?<formula>(?:[A-Z][a-z]?[₀-₉]{0,3}){1,6})(?<charge>[¹²³⁴-⁹]?[⁺⁻])(?![\\p{L}\\p{N}])",
                        this::ion),
                Rule.of(
                        "(?<!\\p{L})log(?<base>[₀-₉]{1,3})"
                                + " ?\\(?(?<of>\\d{1,6}|[a-z])?\\)?(?![\\p{L}])",
                        found ->
                                words.get("log base")
                                        + " "
                                        + plain(found.group("base"))
                                        + (found.has("of") ? of() + found.group("of") : "")),
                Rule.of(
                        "(?<!\\p{L})(?<formula>(?:[A-Z][a-z]?[₀-₉]{0,3}){1,8})(?<=[₀-₉A-Za-z]{2})(?![\\p{L}\\p{N}])",
                        found -> chemical(found.group("formula"))),
                Rule.of(
                        "(?<!\\p{L})(?<name>(?!\\p{IsGreek})\\p{L})(?<index>[₀-₉]{1,3})(?![\\p{L}\\p{N}])",
                        found -> found.group("name") + " " + plain(found.group("index"))),
                Rule.of(
                        "(?=[₀-₉])(?<=\\p{L}{2,20}|\\p{IsGreek})(?<index>[₀-₉]{1,3})(?![\\p{L}\\p{N}])",
                        found -> " " + plain(found.group("index"))));
    }

    private String base(Found found) {
        String base = found.group("base");
        return base.matches("[−-].*")
                ? words.get("minus") + " " + base.substring(1)
                : base.equals("mc") ? "m c" : base;
    }

    private static String raised(Found found) {
        return found.has("up")
                ? found.group("up").replaceAll("[()]", "")
                : found.has("raised") ? found.group("raised") : found.group("stars");
    }

    /// "to the 23rd", "squared".
    private String power(String raised, boolean scientific) {
        String up = plain(raised).replace("−", "-").replace("+", "");
        if (up.startsWith("-")) {
            return words.get("to the minus") + " " + up.substring(1);
        }
        boolean ten = scientific && !isEnglish();
        if (up.equals("2") && !ten) {
            return words.getOrDefault("squared", "");
        }
        if (up.equals("3") && !scientific) {
            return words.getOrDefault("cubed", "");
        }
        boolean ordinal = isEnglish() && Character.isDigit(up.charAt(0)) && !up.equals("0");
        return words.get("to the") + " " + (ordinal ? EnglishNumbers.ordinalDigits(up) : up);
    }

    private boolean isEnglish() {
        return words.equals(ENGLISH);
    }

    private String of() {
        return isEnglish() ? " of " : " ";
    }

    private String times() {
        String sign = words.getOrDefault("10 times", words.getOrDefault("times", ""));
        return " " + sign + " 10 ";
    }

    /// "Ca²⁺", "SO₄²⁻".
    private @Nullable String ion(Found found) {
        String charge = found.group("charge");
        String formula = found.group("formula");
        String spelled = chemical(formula);
        String number = plain(charge.substring(0, charge.length() - 1));
        return (spelled == null ? formula : spelled)
                + (number.isEmpty() ? " " : " " + number + " ")
                + words.getOrDefault(charge.endsWith("⁺") ? "plus" : "minus", "");
    }

    private static String plain(String raised) {
        return java.text.Normalizer.normalize(raised, Form.NFKC).replace('\u2212', '-');
    }

    /// Each letter and number of a formula with a subscript.
    private static @Nullable String chemical(String formula) {
        return formula.codePoints().anyMatch(c -> c >= '₀' && c <= '₉')
                ? plain(formula)
                        .replaceAll("(?<=[\\p{L}\\p{N}])(?=[\\p{Lu}])|(?<=\\p{L})(?=\\p{N})", " ")
                : null;
    }
}
