package io.parler.loadpost.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The known posts of a feed, found by any of their keys.
final class SeenPosts {
    private final Map<String, SeenPost> byKey = new HashMap<>();

    SeenPosts(Collection<SeenPost> posts) {
        posts.forEach(this::add);
    }

    void add(SeenPost post) {
        post.keys().forEach(key -> byKey.put(key, post));
    }

    /// The known post that this is, by its most reliable key that is known.
    Optional<SeenPost> find(FeedPost post) {
        return post.keys().stream().map(byKey::get).filter(Objects::nonNull).findFirst();
    }
}
