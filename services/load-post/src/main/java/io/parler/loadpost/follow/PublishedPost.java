package io.parler.loadpost.follow;

import java.time.Instant;
import java.util.Optional;

/// A post that a followed blog has published, or published again with another text.
///
/// @param postId of the post within the subscription, the same for ever
/// @param edition counts the texts of the post, from 1
/// @param feedUrl where the feed is now
/// @param feedPostId the feed's own id of the post
/// @param url the post's address, if it has one
/// @param published as the feed says
public record PublishedPost(
        Subscription subscription,
        String postId,
        int edition,
        String feedUrl,
        String feedPostId,
        Optional<String> url,
        String title,
        Optional<Instant> published) {}
