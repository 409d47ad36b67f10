package io.parler.loadpost.opml;

/// A feed in an OPML file.
public record OpmlFeed(String title, String feedUrl) {}
