package io.parler.conversion.script;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Turns a TeX formula into speakable text: English words, or in other languages the symbols that
/// voices know. Unknown commands are left as they are.
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

    private record Symbol(String words, String symbol) {}

    private static final Map<String, Symbol> SYMBOLS =
            Map.ofEntries(
                    Map.entry("sum", new Symbol("the sum", "∑")),
                    Map.entry("prod", new Symbol("the product", "∏")),
                    Map.entry("int", new Symbol("the integral", "∫")),
                    Map.entry("lim", new Symbol("the limit", "lim")),
                    Map.entry("infty", new Symbol("infinity", "∞")),
                    Map.entry("le", new Symbol("is at most", "≤")),
                    Map.entry("leq", new Symbol("is at most", "≤")),
                    Map.entry("ge", new Symbol("is at least", "≥")),
                    Map.entry("geq", new Symbol("is at least", "≥")),
                    Map.entry("ne", new Symbol("is not equal to", "≠")),
                    Map.entry("neq", new Symbol("is not equal to", "≠")),
                    Map.entry("approx", new Symbol("is about", "≈")),
                    Map.entry("times", new Symbol("times", "×")),
                    Map.entry("cdot", new Symbol("times", "·")),
                    Map.entry("div", new Symbol("divided by", "÷")),
                    Map.entry("pm", new Symbol("plus or minus", "±")),
                    Map.entry("to", new Symbol("to", "→")),
                    Map.entry("rightarrow", new Symbol("to", "→")),
                    Map.entry("in", new Symbol("in", "∈")),
                    Map.entry("forall", new Symbol("for all", "∀")),
                    Map.entry("exists", new Symbol("there is", "∃")),
                    Map.entry("partial", new Symbol("partial", "∂")),
                    Map.entry("ldots", new Symbol("and so on", "…")),
                    Map.entry("dots", new Symbol("and so on", "…")),
                    Map.entry("cdots", new Symbol("and so on", "…")));

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

    /// Operators whose lower and upper bounds are written like an index and an exponent.
    private static final Set<String> OPERATORS_WITH_BOUNDS = Set.of("sum", "prod", "int", "lim");

    /// Commands that only change the layout or the font.
    private static final Set<String> FORMATTING_COMMANDS =
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
    private boolean afterOperator;

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

    static String toWords(String formula, boolean english) {
        return formula.length() > MAX_LENGTH ? formula : new TexFormula(formula, english).parse(0);
    }

    private String parse(int depth) {
        while (at < tex.length() && (depth == 0 || tex.charAt(at) != '}')) {
            element(depth);
        }
        return out.toString().replaceAll("\\s+", " ").strip();
    }

    /// Parses one character, command or group.
    private void element(int depth) {
        int c = tex.codePointAt(at);
        at += Character.charCount(c);
        switch (c) {
            case '\\' -> command(depth);
            case '^' -> exponent(argument(depth));
            case '_' -> index(argument(depth));
            case '{' -> {
                at--;
                out.append(argument(depth));
            }
            case '$', '&', '}' -> out.append(' ');
            default -> character(c);
        }
    }

    private void character(int c) {
        afterOperator &= Character.isWhitespace(c);
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
        afterOperator = OPERATORS_WITH_BOUNDS.contains(name);
        switch (name) {
            case "frac", "dfrac", "tfrac" -> {
                String above = argument(depth);
                word(above + (english ? " over " : " / ") + argument(depth));
            }
            case "sqrt" -> word((english ? "the square root of " : "√") + argument(depth));
            default -> symbol(name);
        }
    }

    private void symbol(String name) {
        String letter = GREEK.get(name.toLowerCase(Locale.ROOT));
        Symbol symbol = SYMBOLS.get(name);
        if (letter != null && !english) {
            boolean capital = Character.isUpperCase(name.charAt(0));
            word(capital ? letter.toUpperCase(Locale.ROOT) : letter);
        } else if (symbol != null) {
            word(english ? symbol.words() : symbol.symbol());
        } else if (FORMATTING_COMMANDS.contains(name)) {
            out.append(' ');
        } else {
            word(name);
        }
    }

    private void exponent(String exponent) {
        if (!english) {
            out.append('^').append(exponent);
        } else if (afterOperator) {
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
            word((afterOperator ? "from " : "sub ") + index);
        } else {
            word(index);
        }
    }

    /// The argument of a command: a group, or the next character.
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
            String words = inner.parse(depth + 1);
            at = Math.min(inner.at + 1, tex.length());
            return words;
        }
        inner.at = at;
        inner.element(depth + 1);
        at = inner.at;
        return inner.out.toString().strip();
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
