package io.parler.loadpost.fetch;

/// Fetches pages from the web.
@FunctionalInterface
public interface WebClient {
    /// Fetches an address and follows redirects.
    ///
    /// @param accept the value of the `Accept` header
    FetchResult get(String url, String accept);

    /// A client that asks the site even if it has a fresh page in its cache.
    default WebClient revalidating() {
        return this;
    }
}
