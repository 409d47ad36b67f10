package io.parler.loadpost.follow;

import io.parler.hash.Sha256;
import io.parler.loadpost.feed.Post;
import io.parler.post.PostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Computes what a post is recognised by. Each key survives what changes another one:
///
/// * `g` the feed's own id; it survives another address, title, date and text
/// * `a` the address, however it is spelled
/// * `p` the address without its host, with the title: the blog moved to another host
/// * `c` title and text: everything else is new
/// * `t` title and date: another blog engine writes other ids, addresses and markup
final class PostKeys {
    /// Keys that two different posts of a bad feed may share.
    static final String UNSURE = "gat";

    private static final int LENGTH = 20;
    private static final int MIN_TEXT = 100;
    private static final int MIN_TITLE = 10;
    private static final int MIN_PATH = 8;

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private PostKeys() {}

    static FeedPost of(Post post) {
        String title = words(post.title());
        String text = words(post.content().or(post::summary).orElse(""));
        Optional<PostAddress> address = PostAddress.of(post.url());
        List<String> keys = new ArrayList<>();
        keys.add(key("g", PostAddress.of(post.id()).map(PostAddress::value).orElse(post.id())));
        address.ifPresent(at -> keys.add(key("a", at.value())));
        if (text.length() >= MIN_TEXT) {
            keys.add(key("c", title, text));
        }
        if (title.length() >= MIN_TITLE) {
            address.map(PostKeys::path)
                    .filter(path -> path.length() >= MIN_PATH)
                    .ifPresent(path -> keys.add(key("p", path, title)));
            post.published().ifPresent(date -> keys.add(key("t", title, date.toString())));
        }
        return new FeedPost(post, keys, Sha256.hexOfAll(title, text).substring(0, LENGTH));
    }

    private static String path(PostAddress address) {
        return address.value().substring(address.value().indexOf('/'));
    }

    /// Markup, white space and case are the blog engine's, not the author's.
    private static String words(String html) {
        return SPACES.matcher(TAG.matcher(html).replaceAll(" "))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static String key(String kind, String... values) {
        return kind + Sha256.hexOfAll(values).substring(0, LENGTH);
    }
}
