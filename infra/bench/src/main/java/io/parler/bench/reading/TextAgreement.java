package io.parler.bench.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Compares texts with the expected ones: recall and F1 of the words, which consist of letters,
/// digits and underscores.
final class TextAgreement {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final double GOOD_F1 = 0.95;

    private final String name;
    private final List<Double> recalls = new ArrayList<>();
    private final List<Double> f1s = new ArrayList<>();

    TextAgreement(String name) {
        this.name = name;
    }

    /// @param expected HTML or plain text
    void add(String text, String expected) {
        Map<String, Integer> actualWords = words(text);
        Map<String, Integer> expectedWords =
                words(expected.contains("<") ? plain(expected) : expected);
        double common =
                expectedWords.entrySet().stream()
                        .mapToInt(
                                word ->
                                        Math.min(
                                                word.getValue(),
                                                actualWords.getOrDefault(word.getKey(), 0)))
                        .sum();
        int actualCount = sum(actualWords);
        int expectedCount = sum(expectedWords);
        recalls.add(expectedCount == 0 ? 1 : common / expectedCount);
        f1s.add(actualCount + expectedCount == 0 ? 1 : 2 * common / (actualCount + expectedCount));
    }

    boolean isEmpty() {
        return f1s.isEmpty();
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "  %-14s F1 >= %.2f on %.1f %%, mean F1 %.4f, mean recall %.4f (%d expected)",
                name,
                GOOD_F1,
                100.0 * f1s.stream().filter(f1 -> f1 >= GOOD_F1).count() / f1s.size(),
                mean(f1s),
                mean(recalls),
                f1s.size());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .forEach(word -> words.merge(word, 1, Integer::sum));
        return words;
    }

    /// The visible text; block elements are separated by line breaks.
    private static String plain(String html) {
        var text = new StringBuilder();
        NodeFilter collector =
                (node, _) -> {
                    if (node instanceof TextNode part) {
                        text.append(part.getWholeText());
                    } else if (node instanceof Element element) {
                        switch (element.normalName()) {
                            case "script", "style", "noscript", "template", "svg", "iframe" -> {
                                return NodeFilter.FilterResult.SKIP_ENTIRELY;
                            }
                            default -> {
                                if (element.isBlock() || element.normalName().equals("br")) {
                                    text.append('\n');
                                }
                            }
                        }
                    }
                    return NodeFilter.FilterResult.CONTINUE;
                };
        Jsoup.parse(html).body().filter(collector);
        return text.toString();
    }
}
