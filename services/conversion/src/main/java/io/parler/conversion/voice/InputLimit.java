package io.parler.conversion.voice;

/// How long a text one call takes.
///
/// @param characters of the words alone, in UTF-16 units
/// @param input of the input with its tags, in UTF-16 units
/// @param bytes of the input in UTF-8
public record InputLimit(int characters, int input, int bytes) {
    /// One on the characters of a text without tags.
    public static InputLimit ofCharacters(int characters) {
        return new InputLimit(characters, characters, Integer.MAX_VALUE);
    }
}
