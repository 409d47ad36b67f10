package io.parler.frontend.podcast;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs of names: version 5 (RFC 9562, section 5.5).
public final class NameUuid {
    /// For the address of a feed (podcast namespace, `podcast:guid`).
    private static final UUID FEEDS = UUID.fromString("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");

    /// For the address of a post: the namespace URL of RFC 9562, section 6.6.
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private NameUuid() {}

    /// The `podcast:guid` of a feed's address: without its scheme and the slashes at its end.
    public static UUID ofFeed(String address) {
        return of(FEEDS, address.replaceFirst("^[A-Za-z]+://", "").replaceFirst("/+$", ""));
    }

    static UUID ofPost(String name) {
        return of(ADDRESSES, name);
    }

    private static UUID of(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer input =
                ByteBuffer.allocate(16 + text.length)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .put(text);
        ByteBuffer hash = ByteBuffer.wrap(sha1(input.array()));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// The standard demands SHA-1; nothing relies on its strength.
    private static byte[] sha1(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
