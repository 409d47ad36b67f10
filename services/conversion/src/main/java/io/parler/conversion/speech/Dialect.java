package io.parler.conversion.speech;

import java.util.Optional;

/// What of SSML a voice understands besides `speak` and `sub`, which all do.
///
/// @param letters whether `say-as` with `characters` keeps the voice
/// @param phonemes whether `phoneme` takes any sound
/// @param language what the voice itself speaks (BCP 47)
public record Dialect(boolean letters, boolean phonemes, String language) {
    /// The name a voice knows a foreign language by; empty for its own and those it can't speak.
    Optional<String> foreign(String tag) {
        return SpokenLanguages.named(tag)
                .filter(
                        name ->
                                !SpokenLanguages.primary(name)
                                        .equals(SpokenLanguages.primary(language)));
    }
}
