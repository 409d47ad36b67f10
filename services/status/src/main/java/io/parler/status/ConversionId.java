package io.parler.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A conversion's id: a UUIDv7 (RFC 9562, section 5.7), so the time it was made is in it.
public record ConversionId(UUID value) {
    private static final Pattern UUID_V7 =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    /// Empty when it isn't a UUIDv7.
    public static Optional<ConversionId> parse(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return UUID_V7.matcher(lowerCase).matches()
                ? Optional.of(new ConversionId(UUID.fromString(lowerCase)))
                : Optional.empty();
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /// Whether it was made less than `age` ago, or as little ahead of this clock.
    boolean isYounger(Duration age, Instant now) {
        return Duration.between(createdAt(), now).abs().compareTo(age) < 0;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
