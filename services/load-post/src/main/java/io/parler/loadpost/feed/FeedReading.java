package io.parler.loadpost.feed;

/// How reading a text as a feed ended.
public sealed interface FeedReading {
    record Found(Feed feed) implements FeedReading {}

    /// It means to be a feed, and can't be read.
    record Unreadable(String detail) implements FeedReading {}

    /// It is something else: most often a web page.
    record NotAFeed() implements FeedReading {}
}
