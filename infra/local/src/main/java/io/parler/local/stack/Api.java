package io.parler.local.stack;

import java.util.List;

/// An HTTP API and its routes to functions.
///
/// @param host the host name that an edge uses for it
public record Api(String id, String host, List<Route> routes) {

    /// `method` is a verb or `ANY`; `path` has variables (`{id}`, `{proxy+}`) or is `$default`.
    public record Route(String method, String path, String function) {
        public String key() {
            return path.equals("$default") ? path : method + " " + path;
        }
    }
}
