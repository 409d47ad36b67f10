package io.parler.loadpost.load;

import io.parler.problem.ProblemType;

/// The result of loading something from the web.
public sealed interface LoadResult<T> {
    record Found<T>(T value) implements LoadResult<T> {}

    /// An expected problem, such as a page without an article.
    ///
    /// @param detail one sentence for the user
    /// @param retryAfter the site's header `Retry-After` as sent, or empty
    record Failed<T>(ProblemType problem, String detail, String retryAfter)
            implements LoadResult<T> {
        public Failed(ProblemType problem, String detail) {
            this(problem, detail, "");
        }
    }
}
