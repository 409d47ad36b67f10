package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// Decides which post an address means: a post is itself, a feed or a site its newest.
final class PostFinder {
    private final ParlerApi api;

    PostFinder(ParlerApi api) {
        this.api = api;
    }

    String post(String url) throws IOException {
        JsonNode found;
        try {
            found = api.posts(url);
        } catch (Problem problem) {
            if (problem.is("no-feed") || problem.is("unreadable-feed")) {
                return url; // nothing but a page: the conversion says what is wrong with it, if so
            }
            throw problem;
        }
        JsonNode feed = found.path("feed");
        if (same(url, feed.path("feedUrl").asText()) || same(url, feed.path("siteUrl").asText())) {
            return newest(url, found);
        }
        // A page that names a feed: one of its posts, or some front page of it.
        try {
            api.article(url);
            return url;
        } catch (Problem problem) {
            if (problem.is("no-article") || problem.is("not-html")) {
                return newest(url, found);
            }
            throw problem;
        }
    }

    private static String newest(String url, JsonNode found) {
        String post = found.path("posts").path(0).path("url").asText();
        if (post.isEmpty()) {
            throw new Failed("The feed of " + url + " has no posts.");
        }
        return post;
    }

    private static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String url) {
        return url.replaceFirst("#.*$", "").replaceFirst("^https?://", "").replaceFirst("/+$", "");
    }
}
