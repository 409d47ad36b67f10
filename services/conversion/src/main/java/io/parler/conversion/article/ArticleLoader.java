package io.parler.conversion.article;

import io.parler.problem.Problem;

/// Loads articles.
public interface ArticleLoader {
    /// Throws if load-post or the site is unavailable.
    Loaded page(String url) throws InterruptedException;

    Loaded feedPost(String feedUrl, String postId) throws InterruptedException;

    /// The result of loading.
    sealed interface Loaded {
        record Found(Article article) implements Loaded {}

        record Refused(Problem problem) implements Loaded {}
    }
}
