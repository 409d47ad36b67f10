package io.parler.loadpost.feed;

/// The texts of a feed or a post as they are given, before any is made plain or cut.
///
/// @param summary where there is none, the content stands for it
/// @param author with the address of mail, where the feed gives one: "Ida (ida@example.org)"
public record RawTexts(FeedText title, FeedText summary, FeedText content, String author) {}
