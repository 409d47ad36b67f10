package io.parler.loadpost.feed;

import java.time.Instant;
import java.util.Optional;

/// One post as its feed tells of it.
///
/// @param id the feed's own (guid, atom:id), else the address, else a hash
/// @param url empty where the feed gives none
/// @param summary plain text
/// @param content the whole post as HTML, where the feed holds it
public record Post(
        String id,
        String url,
        String title,
        Optional<String> author,
        Optional<Instant> published,
        Optional<String> summary,
        Optional<String> imageUrl,
        Optional<String> language,
        Optional<String> content) {}
