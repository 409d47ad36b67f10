package io.parler.local.stack;

import java.util.List;
import java.util.Optional;

/// An HTTP API and its routes to functions.
///
/// @param host the host name that an edge uses for it
public record Api(String id, String host, List<Route> routes) {

    /// `method` is a verb or `ANY`; `path` has variables (`{id}`, `{proxy+}`) or is `$default`.
    ///
    /// @param authorizer empty for a route that is open to all
    public record Route(
            String method, String path, String function, Optional<RequestAuthorizer> authorizer) {

        /// A route that is open to all.
        public Route(String method, String path, String function) {
            this(method, path, function, Optional.empty());
        }

        public String key() {
            return path.equals("$default") ? path : method + " " + path;
        }
    }
}
