package io.parler.polly.text;

import java.util.List;

/// What is to be synthesized, in order: sentences, their phrases, and the pauses between them.
///
/// @param billedCharacters the characters that Polly bills: all but tags
public record Script(List<Part> parts, int billedCharacters) {

    /// One part of a script.
    public sealed interface Part {}

    /// The start of a sentence, with its span in bytes of the input.
    public record Sentence(int start, int end) implements Part {}

    /// Tokens that are synthesized together.
    public record Phrase(List<Token> tokens) implements Part {}

    /// Silence.
    public record Pause(int millis) implements Part {}

    /// An SSML mark and the span of its tag.
    public record Mark(String name, int start, int end) implements Part {}
}
