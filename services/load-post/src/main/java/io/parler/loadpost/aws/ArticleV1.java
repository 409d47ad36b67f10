package io.parler.loadpost.aws;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.Block;
import io.parler.loadpost.article.Block.Content;
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

    /// One block; a field that its kind does not have is left out.
    record BlockV1(
            String id,
            String kind,
            String text,
            String spoken,
            @Nullable String reason,
            @Nullable Integer level,
            @Nullable Boolean ordered,
            @Nullable Integer index,
            @Nullable Integer depth,
            @Nullable String language,
            @Nullable List<List<String>> rows,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable String url) {

        static BlockV1 of(Block block) {
            return switch (block.content()) {
                case Content.Heading(int level) -> plain(block, "heading").withLevel(level);
                case Content.Paragraph() -> plain(block, "paragraph");
                case Content.Quote() -> plain(block, "quote");
                case Content.Caption() -> plain(block, "caption");
                case Content.ListItem item -> plain(block, "listItem").withItem(item);
                case Content.Code(var language) -> plain(block, "code").withLanguage(language);
                case Content.Table(var rows) -> plain(block, "table").withRows(rows);
                case Content.Image image -> plain(block, "image").withImage(image);
                case Content.Embed(var url) -> plain(block, "embed").withUrl(url);
            };
        }

        private static BlockV1 plain(Block block, String kind) {
            return new BlockV1(
                    block.id(),
                    kind,
                    block.text(),
                    block.spoken().name().toLowerCase(Locale.ROOT),
                    block.reason().orElse(null),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private BlockV1 withLevel(int newLevel) {
            return new BlockV1(
                    id, kind, text, spoken, reason, newLevel, null, null, null, null, null, null,
                    null, null);
        }

        private BlockV1 withItem(Content.ListItem item) {
            return new BlockV1(
                    id,
                    kind,
                    text,
                    spoken,
                    reason,
                    null,
                    item.ordered(),
                    item.index(),
                    item.depth(),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private BlockV1 withLanguage(String newLanguage) {
            return new BlockV1(
                    id,
                    kind,
                    text,
                    spoken,
                    reason,
                    null,
                    null,
                    null,
                    null,
                    orNull(newLanguage),
                    null,
                    null,
                    null,
                    null);
        }

        private BlockV1 withRows(List<List<String>> newRows) {
            return new BlockV1(
                    id, kind, text, spoken, reason, null, null, null, null, null, newRows, null,
                    null, null);
        }

        private BlockV1 withImage(Content.Image image) {
            return new BlockV1(
                    id,
                    kind,
                    text,
                    spoken,
                    reason,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    orNull(image.alt()),
                    orNull(image.caption()),
                    orNull(image.url()));
        }

        private BlockV1 withUrl(String newUrl) {
            return new BlockV1(
                    id,
                    kind,
                    text,
                    spoken,
                    reason,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    orNull(newUrl));
        }

        private static @Nullable String orNull(String value) {
            return value.isBlank() ? null : value;
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
