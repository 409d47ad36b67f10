package io.parler.conversion.normalization;

import java.text.Normalizer.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Powers, subscripts and numbers in scientific notation.
final class Exponents {
    private static final String UP = "[⁺⁻]?[⁰¹²³⁴-⁹ⁿ]{1,4}";

    /// "10²³", "2^10", "x²", "6.02e23", "H₂O", "log₂ 8".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<number>\\d{1,9}(?:\\.\\d{1,12})?) ?[×x·*]"
                                    + " ?10(?:\\^\\(?(?<up>[-−+]?\\d{1,4})\\)?|(?<raised>"
                                    + UP
                                    + "))(?!\\p{N})",
                            found ->
                                    found.group("number")
                                            + " times 10 "
                                            + power(
                                                    found.has("up")
                                                            ? found.group("up")
                                                            : found.group("raised"),
                                                    true)),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<number>\\d{1,3}(?:\\.\\d{1,12})?)[eE](?<up>[+-]?\\d{1,3})(?![\\p{L}\\p{N}.])",
                            found ->
                                    found.group("number")
                                            + " times 10 "
                                            + power(found.group("up"), true)),
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<base>[−-]?\\d{1,9}(?:\\.\\d{1,9})?)(?:\\^(?<up>\\([-−+]?\\d{1,4}\\)|[-−+]?\\d{1,4}|[a-z])|\\*\\*(?<stars>[-−+]?\\d{1,4})|(?<raised>"
                                    + UP
                                    + "))(?![\\p{L}\\p{N}])",
                            found ->
                                    base(found)
                                            + " "
                                            + power(
                                                    raised(found),
                                                    found.group("base").equals("10"))),
                    Rule.of(
                            "(?<![\\p{L}.])(?<base>\\p{L}{1,2}|(?<=\\b)sin|cos|tan|mc|\\))(?:\\^(?<up>\\([-−+]?\\d{1,4}\\)|[-−+]?\\d{1,4}|[a-z])|\\*\\*(?<stars>[-−+]?\\d{1,4})|(?<raised>"
                                    + UP
                                    + "))(?![\\p{L}\\p{N}])",
                            found -> base(found) + " " + power(raised(found), false)),
                    Rule.of(
                            "(?<!\\p{L})log(?<base>[₀-₉]{1,3})"
                                    + " ?\\(?(?<of>\\d{1,6}|[a-z])?\\)?(?![\\p{L}])",
                            found ->
                                    "log base "
                                            + plain(found.group("base"))
                                            + (found.has("of") ? " of " + found.group("of") : "")),
                    Rule.of(
                            "(?<!\\p{L})(?<formula>(?:[A-Z][a-z]?[₀-₉]{0,3}){1,8})(?<=[₀-₉A-Za-z]{2})(?![\\p{L}\\p{N}])",
                            Exponents::chemical),
                    Rule.of(
                            "(?<!\\p{L})(?<name>\\p{L})(?<index>[₀-₉]{1,3})(?![\\p{L}\\p{N}])",
                            found -> found.group("name") + " " + plain(found.group("index"))),
                    Rule.of(
                            "(?=[₀-₉])(?<=\\p{L}{2,20})(?<index>[₀-₉]{1,3})(?![\\p{L}\\p{N}])",
                            found -> " " + plain(found.group("index"))));

    private Exponents() {}

    private static String base(Found found) {
        String base = found.group("base");
        return base.matches("[−-].*")
                ? "minus " + base.substring(1)
                : base.equals("mc") ? "m c" : base;
    }

    private static String raised(Found found) {
        return found.has("up")
                ? found.group("up").replaceAll("[()]", "")
                : found.has("stars") ? found.group("stars") : found.group("raised");
    }

    /// "to the 23rd", "squared".
    static String power(String raised, boolean scientific) {
        String up = plain(raised).replace("−", "-").replace("+", "");
        if (up.startsWith("-")) {
            return "to the minus " + up.substring(1);
        }
        if (up.equals("2") && !scientific) {
            return "squared";
        }
        if (up.equals("3") && !scientific) {
            return "cubed";
        }
        if (!Character.isDigit(up.charAt(0))) {
            return "to the " + up;
        }
        if (up.equals("2")) {
            return "squared";
        }
        return up.equals("0") ? "to the 0" : "to the " + EnglishNumbers.ordinalDigits(up);
    }

    private static String plain(String raised) {
        return java.text.Normalizer.normalize(raised, Form.NFKC).replace('\u2212', '-');
    }

    /// Each letter and number of a formula with a subscript.
    private static @Nullable String chemical(Found found) {
        String formula = found.group("formula");
        return formula.codePoints().anyMatch(c -> c >= '₀' && c <= '₉')
                ? plain(formula)
                        .replaceAll("(?<=[\\p{L}\\p{N}])(?=[\\p{Lu}])|(?<=\\p{L})(?=\\p{N})", " ")
                : null;
    }
}
