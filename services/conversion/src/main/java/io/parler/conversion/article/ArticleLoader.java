package io.parler.conversion.article;

import io.parler.problem.Problem;

/// Where articles come from.
public interface ArticleLoader {
    /// Throws when it can't be known now whether there is an article.
    Loaded page(String url) throws InterruptedException;

    Loaded feedPost(String feedUrl, String postId) throws InterruptedException;

    /// How loading ended.
    sealed interface Loaded {
        record Found(Article article) implements Loaded {}

        record Refused(Problem problem) implements Loaded {}
    }
}
