package io.parler.loadpost.feed;

/// The result of reading a text as a feed.
public sealed interface FeedResult {
    record Found(Feed feed) implements FeedResult {}

    /// It is a feed, but can't be parsed.
    record Unreadable(String detail) implements FeedResult {}

    /// It is something else, usually a web page.
    record NotAFeed() implements FeedResult {}
}
