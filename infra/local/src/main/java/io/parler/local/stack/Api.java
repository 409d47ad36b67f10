package io.parler.local.stack;

import java.util.List;

/// One HTTP API: its routes, each to a function. `host` is the name by which an edge finds it.
public record Api(String id, String host, List<Route> routes) {

    /// `method` is a verb or `ANY`; `path` has variables (`{id}`, `{proxy+}`) or is `$default`.
    public record Route(String method, String path, String function) {
        public String key() {
            return path.equals("$default") ? path : method + " " + path;
        }
    }
}
