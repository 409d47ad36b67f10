package io.parler.local.edge;

import java.io.IOException;

/// What stands behind a path of the edge.
interface Origin {
    /// `rawPath` is the request's with the origin's own path before it.
    Response answer(Request request, String rawPath) throws IOException;
}
