package io.parler.loadpost.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One post of a feed.
///
/// @param id the feed's own (guid, atom:id), otherwise the address, otherwise a hash
/// @param url empty if the feed states none
/// @param published or, if the feed does not state it, when the post last changed
/// @param summary the start of the post as plain text
/// @param content the whole post as HTML, if the feed contains it
public record Post(
        String id,
        String url,
        String title,
        Optional<String> author,
        Optional<Instant> published,
        Optional<Instant> updated,
        Optional<String> summary,
        Optional<String> imageUrl,
        Optional<String> language,
        Optional<String> content,
        List<Enclosure> enclosures,
        RawTexts texts) {
    public Post {
        enclosures = List.copyOf(enclosures);
    }
}
