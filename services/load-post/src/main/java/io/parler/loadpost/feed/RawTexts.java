package io.parler.loadpost.feed;

/// The texts of a feed or a post as they stand in the feed, before they are shortened or made
/// plain.
///
/// @param summary the content, where there is no summary
/// @param author with the e-mail address, where the feed states one: "Ida (ida@example.org)"
public record RawTexts(FeedText title, FeedText summary, FeedText content, String author) {}
