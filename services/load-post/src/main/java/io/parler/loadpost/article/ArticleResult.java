package io.parler.loadpost.article;

/// How reading a page ended.
public sealed interface ArticleResult {
    record Found(Article article) implements ArticleResult {}

    /// Nothing on the page could be read aloud.
    ///
    /// @param detail one sentence for the user
    record NoArticle(String detail) implements ArticleResult {}

    /// Larger or deeper than any page made for people.
    record TooLarge(String detail) implements ArticleResult {}
}
