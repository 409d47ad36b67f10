package io.parler.status.aws;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The ETag of what is answered: a hash of it.
record EntityTag(String value) {

    static EntityTag of(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new EntityTag('"' + HexFormat.of().formatHex(hash, 0, 12) + '"');
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Whether an `If-None-Match` names it. Compared weakly (RFC 9110, section 13.1.2): whoever
    /// compresses on the way makes a weak tag of a strong one.
    boolean isIn(String ifNoneMatch) {
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(value) || tag.equals("*"));
    }
}
