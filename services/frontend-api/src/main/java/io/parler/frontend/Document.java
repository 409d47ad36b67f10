package io.parler.frontend;

import io.parler.hash.ETag;
import java.nio.charset.StandardCharsets;

/// A document of the site.
///
/// @param etag computed once, because most requests only compare it
public record Document(String contentType, byte[] bytes, ETag etag) {
    public static Document of(String contentType, byte[] bytes) {
        return new Document(contentType, bytes, ETag.of(bytes));
    }

    public static Document html(String page) {
        return of("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }
}
