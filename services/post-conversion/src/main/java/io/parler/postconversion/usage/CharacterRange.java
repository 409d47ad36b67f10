package io.parler.postconversion.usage;

/// How many characters to reserve: as many as there are, from `min` to `max`.
public record CharacterRange(long min, long max) {
    public CharacterRange {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("not a range: " + min + " to " + max);
        }
    }

    public static CharacterRange exactly(long characters) {
        return new CharacterRange(characters, characters);
    }
}
