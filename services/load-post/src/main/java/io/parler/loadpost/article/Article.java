package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.BlockList;
import io.parler.loadpost.block.SpeakingTime;
import io.parler.loadpost.page.WordOverlap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One post, clean: what is known of it, and its blocks in reading order.
///
/// @param url where it was read
/// @param author a name, without what else stands in the byline
/// @param published as the page says it; see [#publishedAt]
/// @param words counted in all blocks
/// @param characters of what is read, as a voice bills them
/// @param seconds estimated length when spoken
public record Article(
        String url,
        String canonicalUrl,
        String title,
        Optional<String> author,
        Optional<String> byline,
        Optional<String> published,
        Optional<Instant> publishedAt,
        Optional<String> language,
        Optional<String> imageUrl,
        Optional<String> siteName,
        List<Block> blocks,
        int words,
        int characters,
        int seconds) {
    private static final double SURELY_MORE = 1.1;
    private static final double AGREES = 0.8;
    private static final double SAME_TITLE = 0.7;

    /// So many blocks at the top or the end of a page may be those of each page.
    private static final int EDGE = 6;

    /// Of two readings of one post the one with more text, where it holds what this one has.
    public Article moreCompleteOf(Article other) {
        boolean more = other.characters > characters * SURELY_MORE;
        return more && WordOverlap.similarity(other.text(), text()) > AGREES
                ? new Article(
                        url,
                        canonicalUrl,
                        title,
                        author.or(other::author),
                        byline,
                        published.or(other::published),
                        publishedAt.or(other::publishedAt),
                        language.or(other::language),
                        imageUrl.or(other::imageUrl),
                        siteName.or(other::siteName),
                        other.blocks,
                        other.words,
                        other.characters,
                        other.seconds)
                : this;
    }

    /// This article, and what its next page adds. What stands at the top or the end of each page
    /// is there once.
    public Article continuedBy(Article next) {
        var known = blocks.stream().map(Article::identity).collect(Collectors.toSet());
        var all = new BlockList();
        blocks.forEach(all::again);
        for (int i = 0; i < next.blocks.size(); i++) {
            var block = next.blocks.get(i);
            boolean edge = i < EDGE || i >= next.blocks.size() - EDGE;
            if (!(edge && known.contains(identity(block)))) {
                all.again(block);
            }
        }
        var time = SpeakingTime.of(all.list());
        return new Article(
                url,
                canonicalUrl,
                title,
                author,
                byline,
                published,
                publishedAt,
                language,
                imageUrl,
                siteName,
                all.list(),
                time.words(),
                time.characters(),
                time.seconds());
    }

    /// Whether two pages are of one article, going by what they say of themselves.
    public boolean isContinuedBy(Article next) {
        return next.canonicalUrl.equals(canonicalUrl)
                || WordOverlap.similarity(next.title, title) > SAME_TITLE
                || WordOverlap.similarity(title, next.title) > SAME_TITLE;
    }

    private static String identity(Block block) {
        return block.content().getClass().getSimpleName()
                + (block.content() instanceof Block.Content.Image image
                        ? image.url()
                        : block.text());
    }

    /// All blocks' text, a block a line.
    public String text() {
        return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
    }
}
