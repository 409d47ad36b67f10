package io.parler.conversion.article;

import io.parler.hash.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Turns plain text into an article. Empty lines separate paragraphs.
public final class PlainText {
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R[\\h]*\\R\\s*");

    private PlainText() {}

    public static Article article(String title, String text, Optional<String> language) {
        List<Block> blocks =
                EMPTY_LINE
                        .splitAsStream(text.strip())
                        .filter(paragraph -> !paragraph.isBlank())
                        .map(paragraph -> Block.paragraph(id(paragraph), paragraph))
                        .toList();
        return new Article(
                title,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language,
                Optional.empty(),
                blocks);
    }

    private static String id(String paragraph) {
        return Sha256.hexOfAll("paragraph", paragraph).substring(0, 12);
    }
}
