package io.parler.loadpost.feed;

/// How reading a text as a feed ended.
public sealed interface FeedResult {
    record Found(Feed feed) implements FeedResult {}

    /// It means to be a feed, and can't be read.
    record Unreadable(String detail) implements FeedResult {}

    /// It is something else: most often a web page.
    record NotAFeed() implements FeedResult {}
}
