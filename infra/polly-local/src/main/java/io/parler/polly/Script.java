package io.parler.polly;

import java.util.List;

/// What is to be said, in order: sentences, the phrases spoken at one go, and the silences between
/// them.
///
/// @param billed characters that Polly would bill: all but the tags
record Script(List<Part> parts, int billed) {

    /// One step of a script.
    sealed interface Part {}

    /// A sentence starts here and spans these bytes of the input.
    record Sentence(int start, int end) implements Part {}

    /// Words said without a break between them.
    record Phrase(List<Token> tokens) implements Part {}

    /// Silence.
    record Pause(int millis) implements Part {}

    /// An SSML mark, and where its tag stands.
    record Mark(String name, int start, int end) implements Part {}
}
