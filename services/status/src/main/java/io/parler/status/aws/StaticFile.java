package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.http.Request;
import io.parler.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A file of the archive that pages of every site may load.
record StaticFile(String contentType, byte[] content, ETag etag) {

    /// @param path in the archive, such as `/listen/embed.js`
    static StaticFile of(String path, String mediaType) {
        try (InputStream in = StaticFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing in the archive: " + path);
            }
            byte[] content = in.readAllBytes();
            return new StaticFile(mediaType + "; charset=utf-8", content, ETag.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For pages that stay the same when the file changes.
    Response response(Request request) {
        return response(request, "public, max-age=300");
    }

    /// Also for pages that demand permission for each file (Cross-Origin-Embedder-Policy).
    Response response(Request request, String cacheControl) {
        Response response =
                request.has(etag) ? Response.empty(304) : Response.of(200, contentType, content);
        return response.header("ETag", etag.value())
                .header("Cache-Control", cacheControl)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("X-Content-Type-Options", "nosniff");
    }
}
