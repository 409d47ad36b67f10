package io.parler.loadpost.feed;

/// The texts of a feed or a post as they are given, before any is made plain or cut.
///
/// @param summary where there is none, the content stands for it
public record Texts(FeedText title, FeedText summary, FeedText content) {}
