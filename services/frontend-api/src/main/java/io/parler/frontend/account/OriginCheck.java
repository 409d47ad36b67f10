package io.parler.frontend.account;

import java.util.Optional;
import java.util.Set;

/// Tells whether a request that changes something was sent by a page of another site.
public final class OriginCheck {
    /// They change nothing (RFC 9110, section 9.2.1).
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private static final String SAME_ORIGIN = "same-origin";

    private final String origin;

    /// Compares with our own origin.
    ///
    /// @param origin where our own page is reached, such as `https://parler.example`
    public OriginCheck(String origin) {
        this.origin = origin;
    }

    /// Whether a browser says that a page of another site sent it. Programs say neither.
    public boolean isForeign(AccessRequest request) {
        return !isSafe(request)
                && (request.fetchSite().isPresent()
                        ? !isSameOrigin(request.fetchSite())
                        : request.origin().filter(given -> !given.equals(origin)).isPresent());
    }

    /// Whether nothing says that our own page sent it. A cookie is sent by browsers only, and each
    /// says at least one of the two for a request that changes something.
    public boolean isNotOurs(AccessRequest request) {
        return isForeign(request)
                || (!isSafe(request)
                        && request.fetchSite().isEmpty()
                        && request.origin().isEmpty());
    }

    private static boolean isSafe(AccessRequest request) {
        return SAFE_METHODS.contains(request.method());
    }

    /// A browser sets it, and no script can change it (Fetch Metadata, section 2.3).
    private static boolean isSameOrigin(Optional<String> fetchSite) {
        return fetchSite.filter(SAME_ORIGIN::equals).isPresent();
    }
}
