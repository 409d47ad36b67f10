package io.parler.conversion.article;

import java.util.List;
import java.util.Optional;

/// Articles and blocks for tests.
public final class Blocks {
    private Blocks() {}

    public static Block read(String id, Block.Kind kind, String text) {
        return new Block(id, kind, text, Block.Treatment.READ, Optional.empty());
    }

    public static Block announced(String id, Block.Kind kind, String text) {
        return new Block(id, kind, text, Block.Treatment.ANNOUNCED, Optional.of("not read aloud"));
    }

    public static Block skipped(String id, Block.Kind kind, String text) {
        return new Block(id, kind, text, Block.Treatment.SKIPPED, Optional.of("said already"));
    }

    public static Block paragraph(String id, String text) {
        return read(id, new Block.Kind.Paragraph(), text);
    }

    public static Article article(String title, Block... blocks) {
        return new Article(
                title,
                Optional.of("Ada Ferrer"),
                Optional.of("https://blog.example.com/why"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("en-US"),
                Optional.of("The blog of Ada"),
                List.of(blocks));
    }

    /// An article without an author.
    public static Article anonymous(String title, Block... blocks) {
        Article signed = article(title, blocks);
        return new Article(
                signed.title(),
                Optional.empty(),
                signed.url(),
                Optional.of("https://blog.example.com/why.jpg"),
                signed.published(),
                signed.language(),
                signed.siteName(),
                signed.blocks());
    }
}
