package io.parler.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A conversion's id: a UUIDv7 (RFC 9562, section 5.7), so it holds the time of its creation, and
/// ids sort by that time.
public record ConversionId(UUID value) {
    private static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /// Below the time, which is the first 48 of 128 bits, in milliseconds.
    private static final int LOW_BITS = 16;

    public ConversionId {
        if (value.version() != 7 || value.variant() != 2) {
            throw new IllegalArgumentException("not a UUIDv7: " + value);
        }
    }

    /// Empty when the text isn't a UUIDv7; upper case is accepted.
    public static Optional<ConversionId> parse(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return UUID_V7.matcher(lowerCase).matches()
                ? Optional.of(new ConversionId(UUID.fromString(lowerCase)))
                : Optional.empty();
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> LOW_BITS);
    }

    /// Whether it was created less than `age` before `now`, or less than `age` after it: clocks
    /// differ.
    public boolean isYoungerThan(Duration age, Instant now) {
        return Duration.between(createdAt(), now).abs().compareTo(age) < 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
