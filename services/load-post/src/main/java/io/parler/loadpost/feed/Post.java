package io.parler.loadpost.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One post as its feed tells of it.
///
/// @param id the feed's own (guid, atom:id), else the address, else a hash
/// @param url empty where the feed gives none
/// @param published or, where the feed does not say, when it last changed
/// @param summary the start of the post as plain text
/// @param content the whole post as HTML, where the feed holds it
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
