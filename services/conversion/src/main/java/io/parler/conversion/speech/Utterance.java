package io.parler.conversion.speech;

import java.util.function.IntUnaryOperator;

/// What is handed to a voice in one call.
public record Utterance(Form form, String input) {
    /// Plain text, or SSML.
    public enum Form {
        TEXT,
        SSML
    }

    public static Utterance text(String text) {
        return new Utterance(Form.TEXT, text);
    }

    /// The characters of the input, tags and all.
    public int codePoints() {
        return input.codePointCount(0, input.length());
    }

    /// From places in the input to those in the text of `words`, which it says.
    public IntUnaryOperator textOffsets(Words words) {
        return switch (form) {
            case TEXT -> words::textOffsetOf;
            case SSML -> {
                int[] places = Ssml.textOffsets(input);
                yield place -> places[Math.min(place, places.length - 1)];
            }
        };
    }
}
