package io.parler.conversion.speech;

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
}
