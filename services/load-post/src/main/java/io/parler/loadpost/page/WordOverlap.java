package io.parler.loadpost.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares titles and texts by their words.
public final class WordOverlap {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private final Set<String> known;

    public WordOverlap(String title) {
        this.known = Set.copyOf(words(title));
    }

    public static double similarity(String first, String second) {
        return new WordOverlap(first).similarity(second);
    }

    /// From 0 to 1: the share of the other text's words that are in this one.
    public double similarity(String other) {
        List<String> words = words(other);
        if (known.isEmpty() || words.isEmpty()) {
            return 0;
        }
        double all = String.join(" ", words).length();
        double unknown =
                String.join(" ", words.stream().filter(w -> !known.contains(w)).toList()).length();
        return 1 - unknown / all;
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
