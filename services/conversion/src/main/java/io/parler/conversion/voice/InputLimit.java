package io.parler.conversion.voice;

/// The maximum length of the text of one call.
///
/// @param characters of the text without tags, in UTF-16 units
/// @param input of the input with tags, in UTF-16 units
/// @param bytes of the input in UTF-8
public record InputLimit(int characters, int input, int bytes) {
    /// A limit on the characters of plain text.
    public static InputLimit ofCharacters(int characters) {
        return new InputLimit(characters, characters, Integer.MAX_VALUE);
    }
}
