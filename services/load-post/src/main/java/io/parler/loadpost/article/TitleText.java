package io.parler.loadpost.article;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares titles by their words.
final class TitleText {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}_]+");

    private TitleText() {}

    /// From 0 to 1: how much of the second text's words are in the first.
    static double similarity(String first, String second) {
        var known = Set.copyOf(words(first));
        var words = words(second);
        if (known.isEmpty() || words.isEmpty()) {
            return 0;
        }
        double all = String.join(" ", words).length();
        double other =
                String.join(" ", words.stream().filter(w -> !known.contains(w)).toList()).length();
        return 1 - other / all;
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
