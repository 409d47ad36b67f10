package io.parler.loadpost.fetch;

import java.util.List;
import java.util.Optional;

/// Sends conditional requests: for a page, unless it is still the known one (RFC 9110, section
/// 13).
@FunctionalInterface
public interface ConditionalWebClient {
    /// Fetches a page and follows redirects.
    ///
    /// @param known a version of the page that was fetched before
    Response request(WebAddress address, String accept, Optional<Known> known);

    /// A page that was fetched before. Its validators are sent only if the redirects still lead
    /// to its address: another page's validators mean nothing.
    record Known(WebAddress address, Validators validators) {}

    /// The result of a conditional request.
    sealed interface Response {}

    /// The current page.
    ///
    /// @param redirects the caching headers of the redirects on the way, in order
    record Page(Resource resource, CachingHeaders headers, List<CachingHeaders> redirects)
            implements Response {}

    /// The known page is still current.
    record NotModified(CachingHeaders headers, List<CachingHeaders> redirects)
            implements Response {}

    record Failed(FetchResult.Failed result) implements Response {}
}
