package io.parler.loadpost.article;

import io.parler.language.LanguageDetector;
import io.parler.language.LanguageTag;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides the language of an article: as most of its text is marked, otherwise as the page
/// declares it, otherwise as detected. A declaration that the text clearly contradicts is ignored:
/// templates often declare English.
final class ArticleLanguage {
    private static final double MIN_SHARE = 0.8;
    private static final int MIN_DETECTABLE_LENGTH = 60;

    private ArticleLanguage() {}

    static Optional<String> of(List<Block> blocks, Optional<String> declared) {
        return ofMarks(blocks)
                .or(
                        () ->
                                declared.map(
                                        tag ->
                                                LanguageDetector.contradicting(tag, text(blocks))
                                                        .orElse(tag)))
                .or(() -> LanguageDetector.detect(text(blocks)));
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.spoken() == Spoken.READ)
                .map(Block::text)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> ofMarks(List<Block> blocks) {
        int all = 0;
        Map<String, Integer> marked = new HashMap<>();
        for (Block block : blocks) {
            if (block.spoken() == Spoken.READ) {
                all += block.text().length();
                for (Span span : block.spans()) {
                    if (span instanceof Span.Foreign(int start, int end, var language)) {
                        marked.merge(language, end - start, Integer::sum);
                    }
                }
            }
        }
        int minMarked = (int) (all * MIN_SHARE);
        return marked.entrySet().stream()
                .filter(entry -> entry.getValue() > minMarked)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// The blocks, without passages that are wrongly marked as foreign: word processors mark at
    /// random.
    static List<Block> withForeignPassages(List<Block> blocks, Optional<String> article) {
        if (article.isEmpty()) {
            return blocks;
        }
        String own = LanguageTag.primary(article.get());
        return blocks.stream()
                .map(block -> block.withSpans(span -> !isOwn(span, block.text(), own)))
                .toList();
    }

    private static boolean isOwn(Span span, String text, String own) {
        if (!(span instanceof Span.Foreign(int start, int end, var language))) {
            return false;
        }
        return LanguageTag.primary(language).equals(own)
                || (end - start > MIN_DETECTABLE_LENGTH
                        && LanguageDetector.detect(text.substring(start, end))
                                .filter(own::equals)
                                .isPresent());
    }
}
