package io.parler.conversion.speech;

import java.util.function.IntUnaryOperator;

/// The input of one call to a voice.
public record Utterance(Form form, String input) {
    /// Plain text, or SSML.
    public enum Form {
        TEXT,
        SSML
    }

    public static Utterance text(String text) {
        return new Utterance(Form.TEXT, text);
    }

    /// The number of Unicode characters of the input, tags included.
    public int codePoints() {
        return input.codePointCount(0, input.length());
    }

    /// Maps offsets in the input to offsets in the text of `words`, from which the input was
    /// written.
    public IntUnaryOperator textOffsets(Words words) {
        return switch (form) {
            case TEXT -> words::textOffsetOf;
            case SSML -> {
                int[] offsets = Ssml.textOffsets(input);
                yield offset -> offsets[Math.min(offset, offsets.length - 1)];
            }
        };
    }
}
