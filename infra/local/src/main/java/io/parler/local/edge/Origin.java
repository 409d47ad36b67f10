package io.parler.local.edge;

import java.io.IOException;

/// An origin of the edge: an API or a bucket.
interface Origin {
    /// Handles a request.
    ///
    /// @param rawPath the request's path, after the origin path
    Response answer(Request request, String rawPath) throws IOException;
}
