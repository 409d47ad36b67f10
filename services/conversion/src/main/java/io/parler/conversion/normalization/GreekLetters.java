package io.parler.conversion.normalization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Single Greek letters in a text of another language.
final class GreekLetters {
    static final List<Rule> RULES =
            rules(
                    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"
                            + " omicron pi rho sigma sigma tau upsilon phi chi psi omega");

    private GreekLetters() {}

    /// "α", "Δt", "β-blocker", "2π".
    ///
    /// @param letters the names of the letters in their order
    static List<Rule> rules(String letters) {
        Map<Integer, String> all = names(letters.split(" ", -1));
        return List.of(
                Rule.of(
                        "(?<!\\p{IsGreek})[\\p{IsGreek}µ∆](?!\\p{IsGreek})",
                        found -> {
                            String name = all.get(found.written().codePointAt(0));
                            if (name == null) {
                                return null;
                            }
                            boolean glued = found.before().matches("(?s).*[\\p{L}\\p{N}]");
                            boolean more = found.after().matches("(?s)[\\p{L}\\p{N}].*");
                            return (glued ? " " : "") + name + (more ? " " : "");
                        }));
    }

    private static Map<Integer, String> names(String[] words) {
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            names.put('α' + i, words[i]);
            names.put('Α' + i, words[i]);
        }
        names.put((int) 'µ', words[11]);
        names.put((int) '∆', words[3]);
        names.put((int) 'ϵ', words[4]);
        names.put((int) 'ϕ', words[21]);
        names.put((int) 'ϑ', words[7]);
        return names;
    }
}
