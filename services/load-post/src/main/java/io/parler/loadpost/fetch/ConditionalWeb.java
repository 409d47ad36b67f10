package io.parler.loadpost.fetch;

import java.util.List;
import java.util.Optional;

/// The outside web as a cache asks it: for a page, and only if it is no longer the known one
/// (RFC 9110, section 13).
@FunctionalInterface
public interface ConditionalWeb {
    Answer ask(WebAddress address, String accept, Optional<Known> known);

    /// A page that was got before. Its site is asked whether it changed only where the redirects
    /// still lead to its address: another page's validators mean nothing.
    record Known(WebAddress address, Validators validators) {}

    /// How asking ended.
    sealed interface Answer {}

    /// The page as it is now.
    ///
    /// @param redirects what the answers on the way said, first to last
    record Page(Resource resource, CachingHeaders headers, List<CachingHeaders> redirects)
            implements Answer {}

    /// The known page is still the page.
    record Unchanged(CachingHeaders headers, List<CachingHeaders> redirects) implements Answer {}

    record Refused(Fetch.Refused refusal) implements Answer {}
}
