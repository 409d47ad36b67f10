package io.parler.loadpost.aws;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parler.loadpost.article.Article;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.text.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /v1/article`.
record ArticleV1(
        String url,
        String canonicalUrl,
        String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable String language,
        @Nullable String imageUrl,
        @Nullable String siteName,
        List<BlockV1> blocks,
        int words,
        int characters,
        int seconds) {

    /// One block; what only its kind has stands beside the rest.
    record BlockV1(
            String id,
            String kind,
            String text,
            @Nullable List<SpanV1> spans,
            String spoken,
            @Nullable String reason,
            @JsonUnwrapped @Nullable Own own) {

        static BlockV1 of(Block block) {
            return switch (block.content()) {
                case Content.Heading(int level) -> of(block, "heading", new Level(level));
                case Content.Paragraph() -> of(block, "paragraph", null);
                case Content.Quote() -> of(block, "quote", null);
                case Content.Caption() -> of(block, "caption", null);
                case Content.Footnote() -> of(block, "footnote", null);
                case Content.Formula() -> of(block, "formula", null);
                case Content.ListItem(boolean ordered, int index, int depth) ->
                        of(block, "listItem", new Item(ordered, index, depth));
                case Content.Code(var language) -> of(block, "code", new Program(orNull(language)));
                case Content.Table(var rows) -> of(block, "table", new Cells(rows));
                case Content.Image(var alt, var caption, var url) ->
                        of(block, "image", new Picture(orNull(alt), orNull(caption), orNull(url)));
                case Content.Embed(var url) -> of(block, "embed", new Address(orNull(url)));
            };
        }

        private static BlockV1 of(Block block, String kind, @Nullable Own own) {
            return new BlockV1(
                    block.id(),
                    kind,
                    block.text(),
                    block.spans().isEmpty()
                            ? null
                            : block.spans().stream().map(SpanV1::of).toList(),
                    block.spoken().name().toLowerCase(Locale.ROOT),
                    block.reason().orElse(null),
                    own);
        }

        private static @Nullable String orNull(String value) {
            return value.isBlank() ? null : value;
        }
    }

    /// The fields that a block of one kind has and others have not.
    sealed interface Own {}

    record Level(int level) implements Own {}

    record Item(boolean ordered, int index, int depth) implements Own {}

    record Program(@Nullable String language) implements Own {}

    record Cells(List<List<String>> rows) implements Own {}

    record Picture(@Nullable String alt, @Nullable String caption, @Nullable String url)
            implements Own {}

    record Address(@Nullable String url) implements Own {}

    /// A part of a block's text, in UTF-16 code units.
    record SpanV1(int start, int end, String kind, @Nullable String language) {
        static SpanV1 of(Span span) {
            return switch (span) {
                case Span.Foreign(int start, int end, var language) ->
                        new SpanV1(start, end, "foreign", language);
                case Span.Formula(int start, int end) -> new SpanV1(start, end, "formula", null);
            };
        }
    }

    static ArticleV1 of(Article article) {
        return new ArticleV1(
                article.url(),
                article.canonicalUrl(),
                article.title(),
                article.author().filter(author -> !author.isBlank()).orElse(null),
                article.publishedAt()
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null),
                article.language().flatMap(LanguageTag::of).orElse(null),
                article.imageUrl().orElse(null),
                article.siteName().filter(name -> !name.isBlank()).orElse(null),
                article.blocks().stream().map(BlockV1::of).toList(),
                article.words(),
                article.characters(),
                article.seconds());
    }
}
