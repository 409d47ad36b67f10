package io.parler.loadpost.article;

/// The result of reading a page.
public sealed interface ArticleResult {
    record Found(Article article) implements ArticleResult {}

    /// There is no text on the page that could be read aloud.
    ///
    /// @param detail one sentence for the user
    record NoArticle(String detail) implements ArticleResult {}

    /// The page has too many elements.
    record TooLarge(String detail) implements ArticleResult {}
}
