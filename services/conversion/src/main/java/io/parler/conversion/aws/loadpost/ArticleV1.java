package io.parler.conversion.aws.loadpost;

import io.parler.conversion.article.Article;
import io.parler.conversion.article.Block;
import io.parler.language.LanguageTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of load-post's article that this service uses.
public record ArticleV1(
        @Nullable String url,
        @Nullable String canonicalUrl,
        String title,
        @Nullable String author,
        @Nullable Instant published,
        @Nullable String language,
        @Nullable String imageUrl,
        @Nullable String siteName,
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
            @Nullable String letter,
            @Nullable String language,
            @Nullable List<List<String>> rows,
            @Nullable String alt,
            @Nullable String caption,
            @Nullable List<SpanV1> spans) {

        Block block() {
            return new Block(
                    id,
                    kindOf(),
                    orEmpty(text),
                    Block.Treatment.valueOf(spoken.toUpperCase(Locale.ROOT)),
                    Optional.ofNullable(reason),
                    inlines());
        }

        /// An unknown kind is treated as a paragraph; `spoken` still says whether it is read.
        private Block.Kind kindOf() {
            return switch (kind) {
                case "heading" -> new Block.Kind.Heading(level);
                case "quote" -> new Block.Kind.Quote();
                case "listItem" ->
                        new Block.Kind.ListItem(ordered, index, depth, Optional.ofNullable(letter));
                case "code" -> new Block.Kind.Code(Optional.ofNullable(language));
                case "table" -> new Block.Kind.Table(rows == null ? List.of() : rows);
                case "image" -> new Block.Kind.Image(orEmpty(alt), orEmpty(caption));
                case "caption" -> new Block.Kind.Caption();
                case "embed" -> new Block.Kind.Embed();
                case "footnote" -> new Block.Kind.Footnote();
                case "formula" -> new Block.Kind.Formula();
                default -> new Block.Kind.Paragraph();
            };
        }

        /// The known spans that lie within the text and are in order.
        private List<Block.Inline> inlines() {
            List<Block.Inline> inlines = new ArrayList<>();
            int from = 0;
            for (SpanV1 span : spans == null ? List.<SpanV1>of() : spans) {
                Optional<Block.Inline> inline = span.inline();
                if (inline.isPresent()
                        && span.start() >= from
                        && span.end() > span.start()
                        && span.end() <= orEmpty(text).length()) {
                    inlines.add(inline.get());
                    from = span.end();
                }
            }
            return inlines;
        }

        private static String orEmpty(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    record SpanV1(int start, int end, String kind, @Nullable String language) {
        Optional<Block.Inline> inline() {
            if (kind.equals("formula")) {
                return Optional.of(new Block.Inline.Formula(start, end));
            }
            return Optional.ofNullable(language)
                    .filter(_ -> kind.equals("foreign"))
                    .flatMap(LanguageTag::of)
                    .map(tag -> new Block.Inline.Foreign(start, end, tag));
        }
    }

    public Article article() {
        return new Article(
                title,
                Optional.ofNullable(author),
                Optional.ofNullable(canonicalUrl).or(() -> Optional.ofNullable(url)),
                Optional.ofNullable(imageUrl),
                Optional.ofNullable(published),
                Optional.ofNullable(language).flatMap(LanguageTag::of),
                Optional.ofNullable(siteName),
                blocks.stream().map(BlockV1::block).toList());
    }
}
