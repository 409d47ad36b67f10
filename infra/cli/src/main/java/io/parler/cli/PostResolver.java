package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/// Resolves a URL to a post: for a feed or a site this is its newest post.
final class PostResolver {
    private final ApiClient api;

    PostResolver(ApiClient api) {
        this.api = api;
    }

    String resolve(String url) throws IOException {
        JsonNode found;
        try {
            found = api.posts(url);
        } catch (ProblemException problem) {
            if (problem.is("no-feed") || problem.is("unreadable-feed")) {
                return url; // just a page: the conversion reports what is wrong with it, if
                // anything
            }
            throw problem;
        }
        JsonNode feed = found.path("feed");
        if (sameUrl(url, feed.path("feedUrl").asText())
                || sameUrl(url, feed.path("siteUrl").asText())) {
            return newest(url, found);
        }
        // A page that links to a feed: either a post or a front page.
        try {
            api.article(url);
            return url;
        } catch (ProblemException problem) {
            if (problem.is("no-article") || problem.is("not-html")) {
                return newest(url, found);
            }
            throw problem;
        }
    }

    private static String newest(String url, JsonNode found) {
        String post = found.path("posts").path(0).path("url").asText();
        if (post.isEmpty()) {
            throw new CommandException("The feed of " + url + " has no posts.");
        }
        return post;
    }

    private static boolean sameUrl(String a, String b) {
        return normalized(a).equals(normalized(b));
    }

    private static String normalized(String url) {
        return url.replaceFirst("#.*$", "").replaceFirst("^https?://", "").replaceFirst("/+$", "");
    }
}
