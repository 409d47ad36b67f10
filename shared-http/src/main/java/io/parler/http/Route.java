package io.parler.http;

import io.parler.id.Scope;
import java.util.Optional;

/// A route: its key as in the template (`GET /v1/conversions/{id}`), what a caller needs for it,
/// and its endpoint.
///
/// @param scope the scope that a caller's key needs; empty for a route that is open to all
public record Route(String key, Optional<Scope> scope, Endpoint endpoint) {
    /// A route for everybody, with or without a key. In the template it has no authorizer.
    public static Route open(String key, Endpoint endpoint) {
        return new Route(key, Optional.empty(), endpoint);
    }

    /// A route for everybody, which may answer a caller with a key differently. In the template it
    /// has the authorizer: [Request#knownCaller()].
    public static Route optional(String key, Endpoint endpoint) {
        return new Route(key, Optional.empty(), endpoint);
    }

    /// A route for callers with a key of this scope.
    public static Route needs(Scope scope, String key, Endpoint endpoint) {
        return new Route(key, Optional.of(scope), endpoint);
    }

    /// A route for other services, which invoke the function directly: no template routes public
    /// requests to it.
    public static Route internal(String key, Endpoint endpoint) {
        return new Route(key, Optional.empty(), endpoint);
    }
}
