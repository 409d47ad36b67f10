package io.parler.loadpost.article;

/// How reading a page ended.
public sealed interface Reading {
    record Found(Article article) implements Reading {}

    /// Nothing on the page could be read aloud.
    ///
    /// @param detail one sentence for the user
    record NoArticle(String detail) implements Reading {}

    /// Larger or deeper than any page made for people.
    record TooLarge(String detail) implements Reading {}
}
