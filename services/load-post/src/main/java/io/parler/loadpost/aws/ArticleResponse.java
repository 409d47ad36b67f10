package io.parler.loadpost.aws;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parler.language.LanguageTag;
import io.parler.loadpost.article.Article;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.text.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The response of `GET /v1/article`.
record ArticleResponse(
        String url,
        String canonicalUrl,
        String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable String language,
        @Nullable String imageUrl,
        @Nullable String siteName,
        List<BlockBody> blocks,
        int words,
        int characters,
        int seconds) {

    /// One block. It has the fields of its kind beside those of every block.
    record BlockBody(
            String id,
            String kind,
            String text,
            @Nullable List<SpanBody> spans,
            String spoken,
            @Nullable String reason,
            @JsonUnwrapped @Nullable KindFields kindFields) {

        static BlockBody of(Block block) {
            return switch (block.content()) {
                case Content.Heading(int level) -> of(block, "heading", new HeadingFields(level));
                case Content.Paragraph() -> of(block, "paragraph", null);
                case Content.Quote() -> of(block, "quote", null);
                case Content.Caption() -> of(block, "caption", null);
                case Content.Footnote() -> of(block, "footnote", null);
                case Content.Formula() -> of(block, "formula", null);
                case Content.ListItem(boolean ordered, int index, int depth, var letter) ->
                        of(
                                block,
                                "listItem",
                                new ListItemFields(ordered, index, depth, letter.orElse(null)));
                case Content.Code(var language) ->
                        of(block, "code", new CodeFields(ResponseText.orNull(language)));
                case Content.Table(var rows) -> of(block, "table", new TableFields(cells(rows)));
                case Content.Image(var alt, var caption, var url) ->
                        of(
                                block,
                                "image",
                                new ImageFields(
                                        ResponseText.orNull(alt),
                                        ResponseText.orNull(caption),
                                        ResponseText.orNull(url)));
                case Content.Embed(var url) ->
                        of(block, "embed", new EmbedFields(ResponseText.orNull(url)));
            };
        }

        private static List<List<String>> cells(List<List<String>> rows) {
            return rows.stream().map(row -> row.stream().map(ResponseText::text).toList()).toList();
        }

        private static BlockBody of(Block block, String kind, @Nullable KindFields kindFields) {
            return new BlockBody(
                    block.id(),
                    kind,
                    ResponseText.text(block.text()),
                    block.spans().isEmpty()
                            ? null
                            : block.spans().stream().map(SpanBody::of).toList(),
                    block.spoken().name().toLowerCase(Locale.ROOT),
                    block.reason().orElse(null),
                    kindFields);
        }
    }

    /// The fields that only blocks of one kind have.
    sealed interface KindFields {}

    record HeadingFields(int level) implements KindFields {}

    record ListItemFields(boolean ordered, int index, int depth, @Nullable String letter)
            implements KindFields {}

    record CodeFields(@Nullable String language) implements KindFields {}

    record TableFields(List<List<String>> rows) implements KindFields {}

    record ImageFields(@Nullable String alt, @Nullable String caption, @Nullable String url)
            implements KindFields {}

    record EmbedFields(@Nullable String url) implements KindFields {}

    /// A part of a block's text, in UTF-16 code units.
    record SpanBody(int start, int end, String kind, @Nullable String language) {
        static SpanBody of(Span span) {
            return switch (span) {
                case Span.Foreign(int start, int end, var language) ->
                        new SpanBody(start, end, "foreign", language);
                case Span.Formula(int start, int end) -> new SpanBody(start, end, "formula", null);
            };
        }
    }

    static ArticleResponse of(Article article) {
        return new ArticleResponse(
                ResponseText.text(article.url()),
                ResponseText.text(article.canonicalUrl()),
                ResponseText.title(article.title()),
                ResponseText.name(article.author().orElse(null)),
                article.publishedAt()
                        .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null),
                article.language().flatMap(LanguageTag::wellFormed).orElse(null),
                ResponseText.orNull(article.imageUrl().orElse(null)),
                ResponseText.name(article.siteName().orElse(null)),
                article.blocks().stream().map(BlockBody::of).toList(),
                article.words(),
                article.characters(),
                article.seconds());
    }
}
