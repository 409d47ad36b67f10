package io.parler.loadpost.fetch;

import io.parler.problem.ProblemType;

/// The result of a fetch. Everything that is expected on the web is a result; nothing of it is
/// thrown.
public sealed interface FetchResult {
    record Found(Resource resource) implements FetchResult {}

    /// The site has no such page, can't be reached, or may not be fetched.
    ///
    /// @param detail one sentence for the user
    /// @param retryAfter the site's header `Retry-After` as sent, or empty
    record Failed(ProblemType problem, String detail, String retryAfter) implements FetchResult {
        public Failed(ProblemType problem, String detail) {
            this(problem, detail, "");
        }

        public static Failed invalidAddress(InvalidAddressException e) {
            return new Failed(ProblemType.URL_INVALID, String.valueOf(e.getMessage()));
        }
    }
}
