package io.parler.loadpost.article;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.BlockList;
import io.parler.loadpost.block.SpeakingTime;
import io.parler.loadpost.page.WordOverlap;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One article: its metadata, and its blocks in reading order.
///
/// @param url the address it was read from
/// @param author a name, without the rest of the byline
/// @param published as the page states it; see [#publishedAt]
/// @param words counted in all blocks
/// @param characters of the blocks that are read, as a voice bills them
/// @param seconds the estimated length of the audio
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
    private static final double MIN_GAIN = 1.1;
    private static final double MIN_OVERLAP = 0.8;
    private static final double MIN_TITLE_OVERLAP = 0.7;

    /// The number of blocks at the top and the end of a page that may be repeated on each page.
    private static final int EDGE_BLOCKS = 6;

    /// The longer of two versions of one article, if it contains the text of this one.
    public Article moreCompleteOf(Article other) {
        boolean more = other.characters > characters * MIN_GAIN;
        return more && WordOverlap.similarity(other.text(), text()) > MIN_OVERLAP
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

    /// This article, continued by its next page. Blocks that are repeated at the top or the end of
    /// each page are added once.
    public Article continuedBy(Article next) {
        Set<String> known = blocks.stream().map(Article::identity).collect(Collectors.toSet());
        var all = new BlockList();
        blocks.forEach(all::add);
        long within = next.blocks.stream().filter(block -> !block.beside()).count();
        int i = 0;
        for (Block block : next.blocks) {
            boolean edge = block.beside() || i < EDGE_BLOCKS || i >= within - EDGE_BLOCKS;
            i += block.beside() ? 0 : 1;
            if (!(edge && known.contains(identity(block)))) {
                all.add(block);
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

    /// Whether the next page belongs to the same article, by its canonical address and title.
    public boolean isContinuedBy(Article next) {
        return next.canonicalUrl.equals(canonicalUrl)
                || WordOverlap.similarity(next.title, title) > MIN_TITLE_OVERLAP
                || WordOverlap.similarity(title, next.title) > MIN_TITLE_OVERLAP;
    }

    private static String identity(Block block) {
        return block.content().getClass().getSimpleName()
                + (block.content() instanceof Block.Content.Image image
                        ? image.url()
                        : block.text());
    }

    /// The text of the blocks that are part of the article, one on each line.
    public String text() {
        return blocks.stream()
                .filter(block -> !block.beside())
                .map(Block::text)
                .collect(Collectors.joining("\n"));
    }
}
