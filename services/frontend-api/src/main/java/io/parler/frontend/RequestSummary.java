package io.parler.frontend;

import java.util.Optional;

/// What a conversion was requested with. Of a pasted text it has the title, never the text.
///
/// @param body the request in JSON, to convert the same again; empty for a pasted text, and when it
///     is too large to be stored
public record RequestSummary(
        Optional<String> title,
        Optional<String> sourceUrl,
        Optional<String> voice,
        boolean isPrivate,
        Optional<String> body) {}
