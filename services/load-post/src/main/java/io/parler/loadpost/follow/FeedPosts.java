package io.parler.loadpost.follow;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.load.PostPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The posts of a feed that can be told apart, the newest first.
final class FeedPosts {
    /// More are not looked at; nobody writes as many between two polls.
    static final int MAX = 500;

    private FeedPosts() {}

    /// A key that several posts share says nothing: some feeds give all posts one id, or the
    /// address of the blog. A post without any other key is left out.
    static List<FeedPost> of(Feed feed) {
        List<FeedPost> posts = withoutRepeated(readable(feed));
        Map<String, Integer> uses = new HashMap<>();
        posts.forEach(post -> post.keys().forEach(key -> uses.merge(key, 1, Integer::sum)));
        return posts.stream()
                .map(
                        post ->
                                new FeedPost(
                                        post.post(),
                                        post.keys().stream()
                                                .filter(
                                                        key ->
                                                                uses.getOrDefault(key, 1) == 1
                                                                        || isSure(key))
                                                .toList(),
                                        post.textHash()))
                .filter(post -> !post.keys().isEmpty())
                .toList();
    }

    private static boolean isSure(String key) {
        return PostKeys.UNSURE.indexOf(key.charAt(0)) < 0;
    }

    private static List<FeedPost> readable(Feed feed) {
        try {
            return PostPage.of(feed, MAX, Optional.empty()).posts().stream()
                    .map(PostKeys::of)
                    .toList();
        } catch (PostPage.InvalidCursorException e) {
            throw new IllegalStateException("the first page needs no cursor", e);
        }
    }

    /// Without entries that have the id and the address of an earlier one: a feed may list a post
    /// twice.
    private static List<FeedPost> withoutRepeated(List<FeedPost> posts) {
        Set<List<String>> known = new HashSet<>();
        List<FeedPost> distinct = new ArrayList<>();
        for (FeedPost post : posts) {
            if (known.add(List.of(post.post().id(), post.post().url()))) {
                distinct.add(post);
            }
        }
        return distinct;
    }
}
