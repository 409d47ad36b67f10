package io.parler.loadpost.load;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One page of a feed's posts, newest first, with the cursor of the next page.
public record PostPage(Feed feed, List<Post> posts, Optional<String> nextCursor) {
    /// A cursor holds the id of the last post on the previous page, and its position. The id
    /// counts: new posts move the position. The position is used if the post is gone.
    public static PostPage of(Feed feed, int limit, Optional<String> cursor)
            throws InvalidCursorException {
        List<Post> sorted = newestFirst(feed.posts());
        int from = cursor.isEmpty() ? 0 : after(cursor.get(), sorted);
        int to = Math.min(sorted.size(), from + limit);
        List<Post> posts = List.copyOf(sorted.subList(Math.min(from, to), to));
        return new PostPage(
                feed,
                posts,
                to < sorted.size()
                        ? Optional.of(cursor(to, sorted.get(to - 1)))
                        : Optional.empty());
    }

    /// Thrown for a cursor that this service did not issue.
    public static final class InvalidCursorException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /// Posts without an address and without a text can't be read and are left out. A post without
    /// a date counts as old as its neighbour in the feed. Without any dates the feed's order
    /// stays.
    private static List<Post> newestFirst(List<Post> posts) {
        List<Post> readable =
                posts.stream()
                        .filter(post -> !post.url().isEmpty() || post.content().isPresent())
                        .toList();
        return dated(readable).stream()
                .sorted(Comparator.comparing(Dated::date).reversed())
                .map(Dated::post)
                .toList();
    }

    /// A post and the date that decides its place.
    private record Dated(Post post, Instant date) {}

    private static List<Dated> dated(List<Post> posts) {
        List<Dated> dated = new ArrayList<>();
        Instant neighbour =
                posts.stream()
                        .flatMap(post -> post.published().stream())
                        .findFirst()
                        .orElse(Instant.EPOCH);
        for (Post post : posts) {
            neighbour = post.published().orElse(neighbour);
            dated.add(new Dated(post, neighbour));
        }
        return dated;
    }

    private static String cursor(int next, Post last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((next + " " + last.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static int after(String cursor, List<Post> posts) throws InvalidCursorException {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split(" ", 2);
            int position = Integer.parseInt(parts[0]);
            if (parts.length < 2 || parts[1].isEmpty() || position < 1) {
                throw new InvalidCursorException();
            }
            for (int i = 0; i < posts.size(); i++) {
                if (posts.get(i).id().equals(parts[1])) {
                    return i + 1;
                }
            }
            return Math.min(position, posts.size());
        } catch (IllegalArgumentException e) {
            throw new InvalidCursorException();
        }
    }
}
