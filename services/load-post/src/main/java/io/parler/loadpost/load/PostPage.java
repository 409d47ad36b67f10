package io.parler.loadpost.load;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Some of a feed's posts, newest first, and where the next ones begin.
public record PostPage(Feed feed, List<Post> posts, Optional<String> nextCursor) {
    /// A cursor names the last post given and its place. The post is what counts: new ones come
    /// in above it while someone leafs through.
    public static PostPage of(Feed feed, int limit, Optional<String> cursor) throws BadCursor {
        var sorted = newestFirst(feed.posts());
        int from = cursor.isEmpty() ? 0 : after(cursor.get(), sorted);
        int to = Math.min(sorted.size(), from + limit);
        var posts = List.copyOf(sorted.subList(Math.min(from, to), to));
        return new PostPage(
                feed,
                posts,
                to < sorted.size()
                        ? Optional.of(cursor(to, sorted.get(to - 1)))
                        : Optional.empty());
    }

    /// A cursor that was not given by us.
    public static final class BadCursor extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Posts without an address can't be opened, and those without a date keep their place only
    /// where all do.
    private static List<Post> newestFirst(List<Post> posts) {
        var readable = posts.stream().filter(post -> !post.url().isEmpty()).toList();
        return readable.stream().allMatch(post -> post.published().isPresent())
                ? readable.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Post post) ->
                                                        post.published().orElse(Instant.EPOCH))
                                        .reversed())
                        .toList()
                : readable;
    }

    private static String cursor(int next, Post last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((next + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static int after(String cursor, List<Post> posts) throws BadCursor {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = text.split(" ", 2);
            int place = Integer.parseInt(parts[0]);
            if (parts.length < 2 || parts[1].isEmpty() || place < 1) {
                throw new BadCursor();
            }
            for (int i = 0; i < posts.size(); i++) {
                if (posts.get(i).id().equals(parts[1])) {
                    return i + 1;
                }
            }
            return Math.min(place, posts.size());
        } catch (IllegalArgumentException e) {
            throw new BadCursor();
        }
    }
}
