package io.parler.conversion.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The words that decide whether a full stop ends a sentence, from a file of lists by language.
final class StopWords {
    private static final Map<String, Set<String>> LISTS = read();

    private final String language;

    StopWords(String language) {
        this.language = language;
    }

    /// Whether a word is in the list of its language, or in that for all languages.
    boolean has(String list, String word) {
        return isIn(list, word) || isIn(language + " " + list, word);
    }

    private static boolean isIn(String list, String word) {
        return LISTS.getOrDefault(list, Set.of()).contains(word);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> list = new HashSet<>();
        for (String line : text().split("\n", -1)) {
            if (line.startsWith("[")) {
                list =
                        lists.computeIfAbsent(
                                line.substring(1, line.indexOf(']')), _ -> new HashSet<>());
            } else if (!line.isBlank()) {
                list.addAll(List.of(line.split(" ", -1)));
            }
        }
        return lists;
    }

    private static String text() {
        try (InputStream in = StopWords.class.getResourceAsStream("full-stops.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
