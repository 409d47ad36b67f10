package io.parler.frontend;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// What the site answers for an address: bytes, and a tag that changes when they do.
public record Document(String contentType, byte[] bytes, String etag) {
    private static final int TAG_BYTES = 12;

    public static Document of(String contentType, byte[] bytes) {
        return new Document(contentType, bytes, '"' + hash(bytes) + '"');
    }

    public static Document html(String page) {
        return of("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether an If-None-Match header names this document. A cache on the way may have made the
    /// tag a weak one, and the comparison is the weak one anyway (RFC 9110, 13.1.2).
    public boolean isNamedBy(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
