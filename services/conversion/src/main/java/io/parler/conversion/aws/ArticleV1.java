package io.parler.conversion.aws;

import io.parler.conversion.script.Article;
import io.parler.conversion.script.Block;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this service reads of load-post's article.
record ArticleV1(
        @Nullable String url,
        @Nullable String canonicalUrl,
        String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable String language,
        @Nullable String imageUrl,
        List<BlockV1> blocks) {

    record BlockV1(
            String id,
            String kind,
            @Nullable String text,
            String spoken,
            @Nullable String reason,
            int level,
            boolean ordered,
            int index,
            int depth,
            @Nullable String language,
            @Nullable List<List<String>> rows,
            @Nullable String alt,
            @Nullable String caption) {

        Block block() {
            return new Block(
                    id,
                    kindOf(),
                    orEmpty(text),
                    Block.Treatment.valueOf(spoken.toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(reason));
        }

        /// A kind added later is read as a paragraph: its `spoken` still says whether.
        private Block.Kind kindOf() {
            return switch (kind) {
                case "heading" -> new Block.Kind.Heading(level);
                case "quote" -> new Block.Kind.Quote();
                case "listItem" -> new Block.Kind.ListItem(ordered, index, depth);
                case "code" -> new Block.Kind.Code(Optional.ofNullable(language));
                case "table" -> table(rows == null ? List.of() : rows);
                case "image" -> new Block.Kind.Image(orEmpty(alt), orEmpty(caption));
                case "caption" -> new Block.Kind.Caption();
                case "embed" -> new Block.Kind.Embed();
                default -> new Block.Kind.Paragraph();
            };
        }

        private static Block.Kind table(List<List<String>> rows) {
            return new Block.Kind.Table(
                    rows.size(), rows.stream().mapToInt(List::size).max().orElse(0));
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    Article article() {
        return new Article(
                title,
                Optional.ofNullable(author),
                Optional.ofNullable(canonicalUrl).or(() -> Optional.ofNullable(url)),
                Optional.ofNullable(imageUrl),
                Optional.ofNullable(published),
                Optional.ofNullable(language),
                blocks.stream().map(BlockV1::block).toList());
    }
}
