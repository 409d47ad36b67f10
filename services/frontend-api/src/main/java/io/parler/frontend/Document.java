package io.parler.frontend;

import io.parler.hash.Sha256;
import java.nio.charset.StandardCharsets;

/// A document of the site.
///
/// @param etag its entity tag, which changes when the bytes do
public record Document(String contentType, byte[] bytes, String etag) {
    private static final int ETAG_LENGTH = 24;

    public static Document of(String contentType, byte[] bytes) {
        return new Document(
                contentType, bytes, '"' + Sha256.hex(bytes).substring(0, ETAG_LENGTH) + '"');
    }

    public static Document html(String page) {
        return of("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
