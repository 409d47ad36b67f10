package io.parler.loadpost.follow;

import io.parler.loadpost.feed.Post;
import java.util.List;

/// A post of a feed with what it is known by.
///
/// @param keys hashes by which the same post is recognised later, the most reliable first
/// @param textHash changes when the author edits what the feed has of the post
record FeedPost(Post post, List<String> keys, String textHash) {
    FeedPost {
        keys = List.copyOf(keys);
    }
}
