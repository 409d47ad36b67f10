package io.parler.conversion.speech;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the pronunciation rule that applies at a position of a text. It is a prefix tree of the
/// rules' texts, so the time doesn't grow with the number of rules.
final class RuleIndex {
    private final Node root = new Node();

    /// The rules whose text ends here, in order, and what may follow.
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<Pronunciation> rules = new ArrayList<>();
    }

    RuleIndex(List<Pronunciation> rules) {
        for (Pronunciation rule : rules) {
            Node node = root;
            for (int i = 0; i < rule.text().length(); i++) {
                node = node.next.computeIfAbsent(folded(rule.text().charAt(i)), _ -> new Node());
            }
            node.rules.add(rule);
        }
    }

    /// The longest rule that applies; of equally long ones the first.
    Optional<Pronunciation> at(int position, String text) {
        Deque<Node> longestFirst = new ArrayDeque<>();
        @Nullable Node node = root;
        for (int i = position; i < text.length() && node != null; i++) {
            node = node.next.get(folded(text.charAt(i)));
            if (node != null && !node.rules.isEmpty()) {
                longestFirst.push(node);
            }
        }
        return longestFirst.stream()
                .flatMap(found -> found.rules.stream())
                .filter(rule -> rule.matchesAt(position, text))
                .findFirst();
    }

    /// The same folding as in a case-insensitive [String#regionMatches].
    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
