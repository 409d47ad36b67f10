package io.parler.conversion.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A formula in TeX as something that can be said: in English words, elsewhere in the signs that
/// voices know. What it doesn't know it leaves as it is written.
final class TexFormula {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 40;

    private static final Map<String, String> GREEK =
            Map.ofEntries(
                    Map.entry("alpha", "α"),
                    Map.entry("beta", "β"),
                    Map.entry("gamma", "γ"),
                    Map.entry("delta", "δ"),
                    Map.entry("epsilon", "ε"),
                    Map.entry("zeta", "ζ"),
                    Map.entry("eta", "η"),
                    Map.entry("theta", "θ"),
                    Map.entry("kappa", "κ"),
                    Map.entry("lambda", "λ"),
                    Map.entry("mu", "μ"),
                    Map.entry("nu", "ν"),
                    Map.entry("xi", "ξ"),
                    Map.entry("pi", "π"),
                    Map.entry("rho", "ρ"),
                    Map.entry("sigma", "σ"),
                    Map.entry("tau", "τ"),
                    Map.entry("phi", "φ"),
                    Map.entry("chi", "χ"),
                    Map.entry("psi", "ψ"),
                    Map.entry("omega", "ω"));

    private record Sign(String words, String sign) {}

    private static final Map<String, Sign> SIGNS =
            Map.ofEntries(
                    Map.entry("sum", new Sign("the sum", "∑")),
                    Map.entry("prod", new Sign("the product", "∏")),
                    Map.entry("int", new Sign("the integral", "∫")),
                    Map.entry("lim", new Sign("the limit", "lim")),
                    Map.entry("infty", new Sign("infinity", "∞")),
                    Map.entry("le", new Sign("is at most", "≤")),
                    Map.entry("leq", new Sign("is at most", "≤")),
                    Map.entry("ge", new Sign("is at least", "≥")),
                    Map.entry("geq", new Sign("is at least", "≥")),
                    Map.entry("ne", new Sign("is not equal to", "≠")),
                    Map.entry("neq", new Sign("is not equal to", "≠")),
                    Map.entry("approx", new Sign("is about", "≈")),
                    Map.entry("times", new Sign("times", "×")),
                    Map.entry("cdot", new Sign("times", "·")),
                    Map.entry("div", new Sign("divided by", "÷")),
                    Map.entry("pm", new Sign("plus or minus", "±")),
                    Map.entry("to", new Sign("to", "→")),
                    Map.entry("rightarrow", new Sign("to", "→")),
                    Map.entry("in", new Sign("in", "∈")),
                    Map.entry("forall", new Sign("for all", "∀")),
                    Map.entry("exists", new Sign("there is", "∃")),
                    Map.entry("partial", new Sign("partial", "∂")),
                    Map.entry("ldots", new Sign("and so on", "…")),
                    Map.entry("dots", new Sign("and so on", "…")),
                    Map.entry("cdots", new Sign("and so on", "…")));

    private static final Map<Integer, String> OPERATORS =
            Map.of(
                    (int) '=', "equals",
                    (int) '+', "plus",
                    (int) '-', "minus",
                    (int) '−', "minus",
                    (int) '<', "is less than",
                    (int) '>', "is greater than",
                    (int) '/', "over",
                    (int) '*', "times");

    /// Their bounds stand where others have an index and a power.
    private static final Set<String> BOUNDED = Set.of("sum", "prod", "int", "lim");

    /// How a thing looks, not what it is.
    private static final Set<String> LOOKS =
            Set.of(
                    "left",
                    "right",
                    "big",
                    "Big",
                    "bigl",
                    "bigr",
                    "displaystyle",
                    "limits",
                    "quad",
                    "qquad",
                    "mathrm",
                    "mathbf",
                    "mathbb",
                    "mathcal",
                    "mathit",
                    "text",
                    "textbf",
                    "textit",
                    "operatorname",
                    "boldsymbol",
                    "begin",
                    "end");

    private final String tex;
    private final boolean english;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private boolean bounds;

    private TexFormula(String tex, boolean english) {
        this.tex = tex;
        this.english = english;
    }

    static boolean isTex(String formula) {
        return formula.chars().anyMatch(c -> "\\^_{}$".indexOf(c) >= 0);
    }

    static boolean hasCommands(String formula) {
        return formula.indexOf('\\') >= 0;
    }

    static String inWords(String formula, boolean english) {
        return formula.length() > MAX_LENGTH ? formula : new TexFormula(formula, english).words(0);
    }

    private String words(int depth) {
        while (at < tex.length() && (depth == 0 || tex.charAt(at) != '}')) {
            one(depth);
        }
        return out.toString().replaceAll("\\s+", " ").strip();
    }

    /// One sign, command or group.
    private void one(int depth) {
        int c = tex.codePointAt(at);
        at += Character.charCount(c);
        switch (c) {
            case '\\' -> command(depth);
            case '^' -> power(argument(depth));
            case '_' -> index(argument(depth));
            case '{' -> {
                at--;
                out.append(argument(depth));
            }
            case '$', '&', '}' -> out.append(' ');
            default -> sign(c);
        }
    }

    private void sign(int c) {
        bounds &= Character.isWhitespace(c);
        if (english && OPERATORS.containsKey(c)) {
            word(OPERATORS.getOrDefault(c, ""));
        } else {
            out.appendCodePoint(c);
        }
    }

    private void word(String word) {
        out.append(' ').append(word).append(' ');
    }

    private void command(int depth) {
        int from = at;
        while (at < tex.length() && isLatin(tex.charAt(at))) {
            at++;
        }
        String name = tex.substring(from, at);
        if (name.isEmpty()) {
            at = Math.min(at + 1, tex.length());
            out.append(' ');
            return;
        }
        bounds = BOUNDED.contains(name);
        switch (name) {
            case "frac", "dfrac", "tfrac" -> {
                String above = argument(depth);
                word(above + (english ? " over " : " / ") + argument(depth));
            }
            case "sqrt" -> word((english ? "the square root of " : "√") + argument(depth));
            default -> named(name);
        }
    }

    private void named(String name) {
        String letter = GREEK.get(name.toLowerCase(Locale.ROOT));
        Sign sign = SIGNS.get(name);
        if (letter != null && !english) {
            boolean capital = Character.isUpperCase(name.charAt(0));
            word(capital ? letter.toUpperCase(Locale.ROOT) : letter);
        } else if (sign != null) {
            word(english ? sign.words() : sign.sign());
        } else if (LOOKS.contains(name)) {
            out.append(' ');
        } else {
            word(name);
        }
    }

    private void power(String exponent) {
        if (!english) {
            out.append('^').append(exponent);
        } else if (bounds) {
            word("to " + exponent);
        } else {
            word(
                    switch (exponent) {
                        case "2" -> "squared";
                        case "3" -> "cubed";
                        default -> "to the power of " + exponent;
                    });
        }
    }

    private void index(String index) {
        if (english) {
            word((bounds ? "from " : "sub ") + index);
        } else {
            word(index);
        }
    }

    /// What a command takes: a group, or the next sign.
    private String argument(int depth) {
        while (at < tex.length() && tex.charAt(at) == ' ') {
            at++;
        }
        if (at == tex.length()) {
            return "";
        }
        if (tex.charAt(at) == '}') {
            return "";
        }
        if (depth == MAX_DEPTH) {
            String rest = tex.substring(at);
            at = tex.length();
            return rest;
        }
        TexFormula inner = new TexFormula(tex, english);
        if (tex.charAt(at) == '{') {
            inner.at = at + 1;
            String words = inner.words(depth + 1);
            at = Math.min(inner.at + 1, tex.length());
            return words;
        }
        inner.at = at;
        inner.one(depth + 1);
        at = inner.at;
        return inner.out.toString().strip();
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
