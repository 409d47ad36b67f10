package io.parler.conversion.normalization;

import java.util.List;
import java.util.Map;
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
            ∑ the sum of; ∏ the product of; ∫ the integral of; ∂ partial; ∇ nabla
            """;
    private static final Map<String, String> SIGNS = signs();

    /// "x >= 5", "3 × 4", "a && b", "→", "~5", "100+".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<![\\p{L}\\p{N}.])(?<a>\\d{1,5}) ?[×xX] ?(?<b>\\d{1,5})(?: ?[×xX]"
                                    + " ?(?<c>\\d{1,5}))?(?![\\p{L}\\p{N}]|\\.\\d| ?=)(?=p?)",
                            Operators::dimension),
                    Rule.of(
                            "(?<=^|[(,:;] ?)(?<sign>[<>]=|[≤≥<>]) ?(?=[\\d.$€£])",
                            Operators::bound),
                    Rule.of(
                            "(?<=^|[\\s(])(?<sign>[~±]|(?<![\\p{L}\\p{N})] )≈) ?(?=[\\d.$€£])",
                            Operators::bound),
                    Rule.of(
                            "(?= ?[=!<>≤≥≠≈≡&|:+*-])(?<=[\\p{N}\\p{L})])"
                                    + " ?(?<sign>===|!==|[<>!=]=|≤|≥|≠|≈|≡|&&|\\|\\||->|=>|<-|:=|\\+=|-=|\\*=|<<|>>)(?:"
                                    + " ?(?=[\\p{L}\\p{N}(\\-−$€£\"'!]))",
                            Operators::sign),
                    Rule.of(
                            "(?<![^\\s(`])(?<sign>===|!==|[<>!=]=|≤|≥|≠|≈|≡|&&|\\|\\||->|=>|<-|:=|<<|>>|<=>)(?![^\\s).,;:`])",
                            Operators::sign),
                    Rule.of(
                            "(?=[×÷·⋅∙±−⇒→←↔⇔∈∉⊂⊆∪∩∝∧∨∖≪≫↦⊕⊗])(?<=[\\p{N}\\p{L})\\]]"
                                    + " ?)(?<sign>[×÷·⋅∙±−⇒→←↔⇔∈∉⊂⊆∪∩∝∧∨∖≪≫↦⊕⊗])"
                                    + " ?(?=[\\p{L}\\p{N}(−√∞∅])",
                            Operators::sign),
                    Rule.of(
                            "(?<=[\\p{N})]|(?<!\\p{L})\\p{L}) (?<sign>[*^%]) (?=[\\p{L}\\p{N}(])",
                            Operators::sign),
                    Rule.of(
                            "(?= [<>=+])(?<=[\\p{N}\\p{L})]) (?<sign>[<>=+])"
                                    + " (?=[\\p{L}\\p{N}(\\-−√$€£\"'])",
                            Operators::sign),
                    Rule.of("(?<=[\\p{N})])(?<sign>[=+*<>]) ?(?=[\\p{N}(])", Operators::sign),
                    Rule.of(
                            "(?<=(?<!\\p{L})\\p{L})(?<sign>[=+*<>])(?=\\p{N}|\\p{L}(?!\\p{L}))",
                            Operators::sign),
                    Rule.of(
                            "(?<=\\p{N}) (?<sign>[-–]) (?=\\p{N}{1,9}(?:"
                                    + " ?=|[^\\p{N}\\p{L}]{0,2}$))",
                            found -> " minus "),
                    Rule.of("(?<=\\p{N}) / (?=\\p{N})", _ -> " divided by "),
                    Rule.of("(?<=^|[\\s(=])[−-](?=\\d)", Operators::negative),
                    Rule.of("(?<=^|[\\s(])\\+(?=\\d)", _ -> "plus "),
                    Rule.of("(?<=\\d|\\d[kKMB])\\+(?= \\p{Ll}|[.,;:!?)]|$|-\\p{L})", _ -> " plus"),
                    Rule.of("√ ?\\(?(?=[\\p{L}\\p{N}])", _ -> "the square root of "),
                    Rule.of("[∞∅∀∃¬∑∏∫∂∇]", found -> " " + SIGNS.get(found.written()) + " "),
                    Rule.of("(?<![^\\s(])(?<sign>[→←↔⇒⇔≤≥≠≈±×÷])(?![^\\s).,;:])", Operators::sign),
                    Rule.of("(?<=\\s)&(?=\\s)", _ -> "and"),
                    Rule.of("(?<=(?<!\\p{L})\\p{Lu})&(?=\\p{Lu}(?!\\p{L}))", _ -> " and "),
                    Rule.of("(?<=\\p{Ll})&(?=\\p{Lu})", _ -> " and "));

    private Operators() {}

    private static Map<String, String> signs() {
        return Stream.of(TABLE.split("\n", -1))
                .filter(line -> !line.isBlank())
                .flatMap(line -> Stream.of(line.split("; ", -1)))
                .map(entry -> entry.strip().split(" ", 2))
                .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
    }

    private static @Nullable String sign(Found found) {
        String words = SIGNS.get(found.group("sign"));
        return words == null ? null : " " + words + " ";
    }

    private static @Nullable String bound(Found found) {
        return switch (found.group("sign")) {
            case "<=", "≤" -> "at most ";
            case ">=", "≥" -> "at least ";
            case "<" -> "less than ";
            case ">" -> "more than ";
            case "±" -> "plus or minus ";
            default -> "about ";
        };
    }

    private static @Nullable String negative(Found found) {
        return found.before().matches(".*\\d ") ? null : "minus ";
    }

    private static @Nullable String dimension(Found found) {
        boolean spacedTimes =
                found.written().contains(" × ")
                        && !found.after()
                                .matches(
                                        " ?(?:[cm]?m|in|ft|px|pixels|feet|inches|metres|meters|grid|matrix|mm)\\b.*");
        if (spacedTimes && !found.has("c")) {
            return null;
        }
        String words = found.group("a") + " by " + found.group("b");
        return found.has("c") ? words + " by " + found.group("c") : words;
    }
}
