package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Comparison and arithmetic, in prose and in code.
final class Operators {
    private static final String TABLE =
            """
            ≤ is at most; <= is at most; ≥ is at least; >= is at least; ≠ is not equal to; != is not equal to
            !== is not equal to; == equals; === equals; = equals; ≈ is about; ≡ is identical to
            < is less than; > is greater than; <=> compared with; ≪ is much less than; ≫ is much greater than
            && and; || or; ¬ not; ∧ and; ∨ or; + plus; − minus; * times; × times; ÷ divided by; · times; ⋅ times
            ∙ times; ± plus or minus; ^ to the; % mod; += plus equals; -= minus equals; *= times equals
            << shifted left by; >> shifted right by; -> to; => to; <- from; := is set to
            → to; ← from; ↔ to and from; ⇒ implies; ⇔ if and only if; ↦ maps to
            ∈ in; ∉ not in; ⊂ is a subset of; ⊆ is a subset of; ∪ union; ∩ intersected with; ∖ without
            ∝ is proportional to; ⊕ x or; ⊗ times; ∞ infinity; ∅ the empty set; ∀ for all; ∃ there exists
            / divided by; √ the square root of; & and; by by; ~ about; ∘ composed with; ℝ the real numbers; ℕ the natural numbers; ℤ the integers; ℚ the rational numbers; ℂ the complex numbers
            bound_< less than; bound_> more than; bound_≤ at most; bound_≥ at least
            ∑ the sum of; ∏ the product of; ∫ the integral of; ∂ partial; ∇ nabla
            """;
    static final List<Rule> RULES = new Operators(english()).rules();

    /// The names of menus at the start of a path.
    private static final Pattern MENUS =
            Pattern.compile(
                    "(?<!\\p{L})(?:File|Edit|View|Tools|Help|Window|Settings|Preferences|Options|Menu|Home|System|Start|Datei|Bearbeiten|Ansicht|Extras|Einstellungen|Fichier|Édition|Affichage|Outils|Réglages|Paramètres|Archivo|Edición|Ver|Herramientas|Ajustes|Configuración|Modifica|Visualizza|Strumenti|Impostazioni|Arquivo|Editar|Exibir|Ferramentas|Configurações|Bestand|Bewerken|Beeld|Extra|Instellingen) $");

    /// "10 m × 5 m" is a size.
    private static final Pattern LENGTH =
            Pattern.compile("\\d ?(?:[kcm]?m|ft|in|px|yd|[\"″”'′])\\.? ?$");

    private final Map<String, String> signs;

    /// @param signs the words for each sign
    Operators(Map<String, String> signs) {
        this.signs = signs;
    }

    /// "x >= 5", "3 × 4", "a && b", "→", "~5", "100+".
    List<Rule> rules() {
        return List.of(
                Rule.of("(?<![^\\s(])\\+/[-−] ?(?=[\\d.])", _ -> signs.get("±") + " "),
                Rule.of("(?=>)(?<=\\p{Lu}[\\p{L}]{1,20} )>(?= \\p{Lu}\\p{L})", this::menu),
                Rule.of(
                        "(?<![\\p{L}\\p{N}.])(?<a>\\d{1,5}(?:\\.\\d{1,2})?) ?[×xX]"
                                + " ?(?<b>\\d{1,5}(?:\\.\\d{1,2})?)(?: ?[×xX]"
                                + " ?(?<c>\\d{1,5}(?:\\.\\d{1,2})?))?(?![\\p{L}\\p{N}^]|\\.\\d| ?=)",
                        this::dimension),
                Rule.of("(?=x)(?<=\\d ?(?:[kcm]?m|ft|in|px) ?)x(?= ?\\d)", _ -> by()),
                Rule.of("(?<=^|[(,:;] ?)(?<sign>[<>]=|[≤≥<>]) ?(?=[\\d.$€£])", this::bound),
                Rule.of(
                        "(?<=^|[\\s(])(?<sign>[~±]|(?<![\\p{L}\\p{N})] )≈) ?(?=[\\d.$€£])",
                        this::bound),
                Rule.of(
                        "(?= ?[=!<>≤≥≠≈≡&|:+*-])(?<=[\\p{N}\\p{L})])"
                                + " ?(?<sign>===|!==|[<>!=]=|≤|≥|≠|≈|≡|&&|\\|\\||->|=>|<-|:=|\\+=|-=|\\*=|<<|>>)(?:"
                                + " ?(?=[\\p{L}\\p{N}(\\-−$€£\"'!]))",
                        this::sign),
                Rule.of(
                        "(?<![^\\s(`])(?<sign>===|!==|[<>!=]=|≤|≥|≠|≈|≡|&&|\\|\\||->|=>|<-|:=|<<|>>|<=>)(?![^\\s).,;:`])",
                        this::sign),
                Rule.of(
                        "(?=[×÷·⋅∙±−⇒→←↔⇔∈∉⊂⊆∪∩∝∧∨∖≪≫↦⊕⊗∘])(?<=[\\p{N}\\p{L})\\]]"
                                + " ?)(?<sign>[×÷·⋅∙±−⇒→←↔⇔∈∉⊂⊆∪∩∝∧∨∖≪≫↦⊕⊗∘])"
                                + " ?(?=[\\p{L}\\p{N}(−√∞∅ℝℕℤℚℂ])",
                        this::sign),
                Rule.of(
                        "(?<=[\\p{N})]|(?<!\\p{L})\\p{L}) (?<sign>[*^%]) (?=[\\p{L}\\p{N}(])",
                        this::sign),
                Rule.of(
                        "(?= [<>=+])(?<=[\\p{N}\\p{L})]) (?<sign>[<>=+])"
                                + " (?=[\\p{L}\\p{N}(\\-−√$€£\"'])",
                        this::sign),
                Rule.of("(?<=[\\p{N})])(?<sign>[=+*<>]) ?(?=[\\p{N}(])", this::sign),
                Rule.of(
                        "(?<=(?<!\\p{L})\\p{L})(?<sign>[=+*<>])(?=\\p{N}|\\p{L}(?!\\p{L}))",
                        this::sign),
                Rule.of(
                        "(?<=\\p{N}) (?<sign>[-–]) (?=\\p{N}{1,9}(?:"
                                + " ?=|[^\\p{N}\\p{L}]{0,2}$))",
                        found -> " " + signs.get("−") + " "),
                Rule.of(
                        "(?<=\\p{N})(?<sign>[-−–])(?=\\p{N}{1,9} ?= ?\\p{N})",
                        _ -> " " + signs.get("−") + " "),
                Rule.of(
                        "(?=\\+\\+|--)(?<=(?<![\\p{L}\\p{N}])\\p{Ll})(?<sign>\\+\\+|--)(?![\\p{L}\\p{N}+-])",
                        this::step),
                Rule.of("(?<=\\p{N}) / (?=\\p{N})", _ -> " " + signs.get("/") + " "),
                Rule.of("(?<=^|[\\s(=])[−–-](?=\\.?\\d)", this::negative),
                Rule.of("(?<![^\\s(])×(?=\\d)", _ -> signs.get("×") + " "),
                Rule.of("(?<=^|[\\s(])\\+(?=\\d)", _ -> signs.get("+") + " "),
                Rule.of(
                        "(?<=\\d|\\d[kKMB%]|\\p{L}{2})\\+(?= \\p{Ll}|[.,;:!?)]|$|-\\p{L})",
                        _ -> " " + signs.get("+")),
                Rule.of(
                        "(?<=^|[\\s(]|&& ?|\\|\\| ?)!(?=[\\p{L}_(])(?!important)",
                        _ -> signs.get("¬") + " "),
                Rule.of("√ ?(?=[\\p{L}\\p{N}(])", _ -> signs.get("√") + " "),
                Rule.of("[∑∏∫](?: of(?= ))", found -> signs.get(found.written().substring(0, 1))),
                Rule.of("[ℝℕℤℚℂ](?![\\p{L}\\p{N}])", found -> signs.get(found.written())),
                Rule.of("[∞∅∀∃¬∑∏∫∂∇]", found -> " " + signs.get(found.written()) + " "),
                Rule.of("(?<![^\\s(])(?<sign>[→←↔⇒⇔≤≥≠≈±×÷])(?![^\\s).,;:])", this::sign),
                Rule.of("(?<=\\s)&(?=\\s)", _ -> signs.get("&")),
                Rule.of("(?<=(?<!\\p{L})\\p{Lu})&(?=\\p{Lu}(?!\\p{L}))", _ -> and()),
                Rule.of("(?<=\\p{Ll})&(?=\\p{Lu})", _ -> and()));
    }

    private static Map<String, String> english() {
        return Stream.of(TABLE.split("\n", -1))
                .filter(line -> !line.isBlank())
                .flatMap(line -> Stream.of(line.split("; ", -1)))
                .map(entry -> entry.strip().split(" ", 2))
                .collect(Collectors.toMap(entry -> entry[0].replace('_', ' '), entry -> entry[1]));
    }

    private String and() {
        return " " + signs.get("&") + " ";
    }

    private String by() {
        return " " + signs.getOrDefault("by", signs.get("×")) + " ";
    }

    private @Nullable String sign(Found found) {
        if (found.group("sign").equals("×") && LENGTH.matcher(found.before()).find()) {
            return by();
        }
        String words = signs.get(found.group("sign"));
        return words == null ? null : " " + words + " ";
    }

    private @Nullable String bound(Found found) {
        String sign = found.group("sign");
        String words =
                switch (sign) {
                    case "<=", "≤" -> signs.get("bound ≤");
                    case ">=", "≥" -> signs.get("bound ≥");
                    case "<", ">" -> signs.get("bound " + sign);
                    case "±" -> signs.get("±");
                    default -> signs.get("~");
                };
        return words + " ";
    }

    /// "Settings > Privacy": the steps of a path through menus, not a comparison.
    private @Nullable String menu(Found found) {
        boolean path =
                MENUS.matcher(found.before()).find()
                        || found.before().matches("(?s).*\\p{L} > \\p{Lu}[\\p{L} ]{1,30} ")
                        || found.after().matches("(?s) \\p{Lu}[\\p{L} ]{1,30} > \\p{Lu}.*");
        return path ? signs.get("→") : null;
    }

    /// "i++".
    private @Nullable String step(Found found) {
        String one = signs.get(found.group("sign").startsWith("+") ? "+" : "−");
        return " " + one + " " + one;
    }

    private @Nullable String negative(Found found) {
        return found.before().matches(".*\\d ") ? null : signs.get("−") + " ";
    }

    private @Nullable String dimension(Found found) {
        boolean spacedTimes =
                found.written().contains(" × ")
                        && !found.after()
                                .matches(
                                        " ?(?:[cm]?m|in|ft|px|pixels|feet|inches|metres|meters|grid|matrix|mm)\\b.*");
        if (spacedTimes && !found.has("c")) {
            return null;
        }
        String words = found.group("a") + by() + found.group("b");
        return found.has("c") ? words + by() + found.group("c") : words;
    }
}
