package io.parler.conversion.script;

import io.parler.conversion.article.Block;
import io.parler.language.LanguageDetector;
import java.util.List;

/// Finds whole paragraphs that are in another language than the script, where the page doesn't say
/// so.
final class ForeignParagraphs {
    private static final int MIN_LENGTH = 40;

    private final String language;

    ForeignParagraphs(String language) {
        this.language = language;
    }

    /// The inlines of a block. What the page marked stays as it is.
    List<Block.Inline> inlines(Block block) {
        String text = block.text();
        boolean isProse =
                switch (block.kind()) {
                    case Block.Kind.Paragraph _, Block.Kind.Quote _, Block.Kind.ListItem _ -> true;
                    default -> false;
                };
        if (!isProse || !block.inlines().isEmpty() || text.length() < MIN_LENGTH) {
            return block.inlines();
        }
        return LanguageDetector.foreign(language, text)
                .<List<Block.Inline>>map(
                        found -> List.of(new Block.Inline.Foreign(0, text.length(), found)))
                .orElse(List.of());
    }
}
