package io.parler.loadpost.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.text.Span;
import java.util.List;

/// Small pages with articles.
public final class TestPages {
    public static final String URL = "https://harbour.example/2026/lighthouse/";
    public static final String LONG =
            "<p>The keeper went up, looked out, wrote down what he saw, and came down. ".repeat(12);

    private TestPages() {}

    /// The blocks of an article with this HTML in the middle of ordinary text, without the blocks
    /// of the ordinary text.
    public static List<Block> blocksAmidText(String html) {
        return blocks(LONG + html + LONG).stream()
                .filter(block -> !block.text().startsWith("The keeper went up"))
                .toList();
    }

    public static List<Block> blocks(String body) {
        return article("<title>The log of a lighthouse</title><article>" + body).blocks();
    }

    public static Article article(String html) {
        ArticleResult reading = new ArticleReader().read(html, URL);
        assertThat(reading).isInstanceOf(ArticleResult.Found.class);
        return ((ArticleResult.Found) reading).article();
    }

    public static List<String> spoken(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.spoken() == Spoken.READ)
                .map(Block::text)
                .toList();
    }

    /// The spans of a block, each with its text.
    public static List<String> spans(Block block) {
        return block.spans().stream()
                .map(
                        span -> {
                            String text = block.text().substring(span.start(), span.end());
                            return switch (span) {
                                case Span.Foreign foreign -> foreign.language() + ": " + text;
                                case Span.Formula _ -> "formula: " + text;
                            };
                        })
                .toList();
    }
}
