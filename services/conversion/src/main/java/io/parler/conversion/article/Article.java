package io.parler.conversion.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A post as a list of blocks in reading order.
public record Article(
        String title,
        Optional<String> author,
        Optional<String> url,
        Optional<String> imageUrl,
        Optional<Instant> published,
        Optional<String> language,
        Optional<String> siteName,
        List<Block> blocks) {
    public Article {
        blocks = List.copyOf(blocks);
    }
}
