package io.parler.conversion.normalization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Single Greek letters in an English text.
final class GreekLetters {
    private static final Map<Integer, String> NAMES = names();

    /// "α", "Δt", "β-blocker", "2π".
    static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "(?<!\\p{IsGreek})[\\p{IsGreek}µ∆](?!\\p{IsGreek})",
                            found -> {
                                String name = NAMES.get(found.written().codePointAt(0));
                                if (name == null) {
                                    return null;
                                }
                                boolean glued = found.before().matches("(?s).*[\\p{L}\\p{N}]");
                                boolean more = found.after().matches("(?s)[\\p{L}\\p{N}].*");
                                return (glued ? " " : "") + name + (more ? " " : "");
                            }));

    private GreekLetters() {}

    private static Map<Integer, String> names() {
        String[] words =
                "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega"
                        .split(" ", -1);
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            names.put('α' + i, words[i]);
            names.put('Α' + i, words[i]);
        }
        names.put((int) 'µ', "mu");
        names.put((int) '∆', "delta");
        names.put((int) 'ϵ', "epsilon");
        names.put((int) 'ϕ', "phi");
        names.put((int) 'ϑ', "theta");
        return names;
    }
}
