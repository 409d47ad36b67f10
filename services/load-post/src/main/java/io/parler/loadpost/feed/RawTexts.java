package io.parler.loadpost.feed;

/// The texts of a feed or a post as they are in the feed, before they are shortened or converted
/// to plain text.
///
/// @param summary the content, if there is no summary
/// @param author with the e-mail address, if the feed states one: "Ida (ida@example.org)"
public record RawTexts(FeedText title, FeedText summary, FeedText content, String author) {}
