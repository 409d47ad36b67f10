package io.parler.status.aws;

import io.parler.hash.ETag;
import io.parler.http.Request;
import io.parler.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A file of the player, the same for every conversion.
record PlayerFile(String contentType, byte[] content, ETag etag) {

    static PlayerFile of(String name, String mediaType) {
        try (InputStream in = PlayerFile.class.getResourceAsStream("/player/" + name)) {
            if (in == null) {
                throw new IllegalStateException("missing in the archive: player/" + name);
            }
            byte[] content = in.readAllBytes();
            return new PlayerFile(mediaType + "; charset=utf-8", content, ETag.of(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response response(Request request) {
        Response response =
                request.has(etag) ? Response.empty(304) : Response.of(200, contentType, content);
        return response.header("ETag", etag.value())
                .header("Cache-Control", "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
    }
}
