package io.parler.frontend;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A conversion's id: a UUIDv7, so that ids sort by the time at which they were asked for.
public record ConversionId(String value) {
    private static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /// The time stands in the first 48 of 128 bits, in milliseconds (RFC 9562, 5.7).
    private static final int BITS_BELOW_TIME = 16;

    public ConversionId {
        if (!UUID_V7.matcher(value).matches()) {
            throw new IllegalArgumentException("not a UUIDv7 in lower case");
        }
    }

    public static Optional<ConversionId> parse(String value) {
        return UUID_V7.matcher(value).matches()
                ? Optional.of(new ConversionId(value))
                : Optional.empty();
    }

    public Instant askedAt() {
        return Instant.ofEpochMilli(
                UUID.fromString(value).getMostSignificantBits() >>> BITS_BELOW_TIME);
    }
}
