package io.parler.bench.reading;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.dom.Footnotes;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.page.PageTree;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Compares the blocks of an article with the visible words of its region of the page: each must be
/// read, announced or skipped once, and the blocks must be in the order of the page. The region is
/// the `<main>` or `<article>` that fits best, or the whole page with or without its header,
/// navigation and footer.
final class LedgerCheck {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /// Marks of notes and the numbers of lines are not text: they may be missing.
    private static final Pattern MARK = Pattern.compile("[0-9]{1,4}|[a-zA-Z]|[ivx]{1,5}");

    private static final Set<String> CHROME = Set.of("header", "nav", "footer", "aside");
    private static final int MAX_EXAMPLES = 10;

    /// What differs.
    ///
    /// @param lost words of the page that no block has
    /// @param added words of the blocks that the page doesn't have, or has less often
    /// @param displaced blocks that are before a block which precedes them on the page
    record Difference(List<String> lost, List<String> added, int displaced) {
        boolean isNone() {
            return displaced == 0 && letters(lost).equals(letters(added));
        }

        private int size() {
            return lost.size() + added.size();
        }

        @Override
        public String toString() {
            return "lost " + some(lost) + ", added " + some(added) + ", displaced " + displaced;
        }

        private static String some(List<String> words) {
            String examples =
                    words.stream().limit(MAX_EXAMPLES).collect(Collectors.joining(" ", " (", ")"));
            return words.size() + (words.isEmpty() ? "" : examples);
        }

        /// The letters of some words, because one that is written without a space, or without the
        /// number of a note, is the same text.
        private static String letters(List<String> words) {
            return String.join("", words)
                    .codePoints()
                    .filter(Character::isLetter)
                    .sorted()
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();
        }
    }

    private LedgerCheck() {}

    static Difference of(String html, String url, Article article) {
        Document document = PageTree.parse(html, url).orElseThrow();
        PageTree.removeNonText(document);
        List<List<String>> blocks =
                article.blocks().stream().map(Block::text).map(LedgerCheck::words).toList();
        return regions(document).stream()
                .map(region -> compare(words(region), blocks))
                .min(Comparator.comparingInt(Difference::size))
                .orElseThrow();
    }

    private static List<String> regions(Document document) {
        var regions = new ArrayList<String>();
        regions.add(text(document.body(), Set.of()));
        regions.add(text(document.body(), CHROME));
        document.select("main, article, [role=main]")
                .forEach(element -> regions.add(text(element, Set.of())));
        return regions;
    }

    private static Difference compare(List<String> page, List<List<String>> blocks) {
        List<String> listed = blocks.stream().flatMap(List::stream).toList();
        return new Difference(
                without(page, listed), without(listed, page), displaced(page, listed, blocks));
    }

    private static List<String> without(List<String> words, List<String> others) {
        Map<String, Integer> left = counts(others);
        return words.stream()
                .filter(word -> left.merge(word, -1, Integer::sum) < 0)
                .filter(word -> !MARK.matcher(word).matches())
                .toList();
    }

    /// Compares the positions of the first word of each block that occurs once.
    private static int displaced(
            List<String> page, List<String> listed, List<List<String>> blocks) {
        Map<String, Integer> onPage = counts(page);
        Map<String, Integer> inBlocks = counts(listed);
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < page.size(); i++) {
            positions.put(page.get(i), i);
        }
        int displaced = 0;
        int last = -1;
        for (List<String> block : blocks) {
            int first =
                    block.stream()
                            .filter(word -> onPage.getOrDefault(word, 0) == 1)
                            .filter(word -> inBlocks.getOrDefault(word, 0) == 1)
                            .mapToInt(positions::get)
                            .min()
                            .orElse(last);
            displaced += first < last ? 1 : 0;
            last = Math.max(last, first);
        }
        return displaced;
    }

    private static Map<String, Integer> counts(List<String> words) {
        var counts = new HashMap<String, Integer>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    private static List<String> words(String text) {
        String visible = text.replaceAll("\\p{Cf}", "");
        return WORD.matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /// @param without the names of children that are left out
    private static String text(Element element, Set<String> without) {
        var out = new StringBuilder();
        for (Node child : element.childNodes()) {
            if (!(child instanceof Element inner && without.contains(inner.normalName()))) {
                append(child, out);
            }
        }
        return out.toString();
    }

    private static void append(Node node, StringBuilder out) {
        if (node instanceof TextNode text) {
            out.append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element) || Footnotes.isBackLink(element, false)) {
            return;
        }
        switch (element.normalName()) {
            case "rt", "rp", "svg", "iframe", "object", "video", "audio", "canvas", "title" -> {}
            case "math" -> {
                String tex = element.attr("alttext");
                out.append(' ').append(tex.isBlank() ? element.text() : tex).append(' ');
            }
            default -> {
                boolean apart =
                        !Tags.isInline(element)
                                || Tags.is(element, "br")
                                || Tags.is(element, "button");
                out.append(apart ? "\n" : "");
                element.childNodes().forEach(child -> append(child, out));
                out.append(apart ? "\n" : "");
            }
        }
    }
}
