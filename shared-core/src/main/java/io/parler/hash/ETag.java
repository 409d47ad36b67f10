package io.parler.hash;

import java.util.Arrays;

/// An entity tag (RFC 9110, section 8.8.3): it changes when the content does.
///
/// @param value with its quotes
public record ETag(String value) {
    private static final int LENGTH = 24;

    public static ETag of(byte[] content) {
        return new ETag('"' + Sha256.hex(content).substring(0, LENGTH) + '"');
    }

    /// Whether an `If-None-Match` names it. The comparison is weak (section 13.1.2): a cache that
    /// compresses makes a strong tag weak.
    public boolean matches(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(value) || tag.equals("*"));
    }
}
