package io.parler.frontend.podcast;

import io.parler.frontend.LibraryEntry.Completed;
import io.parler.post.PostAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/// A show of an account.
///
/// @param accountId as the library's stores name it
/// @param guid `podcast:guid`: of the feed's first address, and the same for ever
/// @param secret a part of the feed's address while the show is private
public record Podcast(
        PodcastId id,
        String accountId,
        PodcastSettings settings,
        String guid,
        String secret,
        Instant createdAt,
        Instant updatedAt) {

    /// Whether a completed conversion is an episode without being chosen by hand.
    public boolean takes(Completed conversion) {
        return takesPost(conversion.sourceUrl());
    }

    boolean takesPost(Optional<String> address) {
        Optional<PostAddress> blog = settings.blog().flatMap(PostAddress::of);
        Optional<PostAddress> post = address.flatMap(PostAddress::of);
        return blog.isPresent() && post.isPresent() && blog.get().contains(post.get());
    }

    /// Whether the feed may be read with this secret, or without one.
    public boolean opensWith(Optional<String> given) {
        return !settings.isPrivate()
                || MessageDigest.isEqual(
                        secret.getBytes(StandardCharsets.UTF_8),
                        given.orElse("").getBytes(StandardCharsets.UTF_8));
    }

    Podcast with(PodcastSettings changed, Instant now) {
        return new Podcast(id, accountId, changed, guid, secret, createdAt, now);
    }

    Podcast withSecret(String changed, Instant now) {
        return new Podcast(id, accountId, settings, guid, changed, createdAt, now);
    }
}
