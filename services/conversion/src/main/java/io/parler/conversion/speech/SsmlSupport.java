package io.parler.conversion.speech;

import java.util.Optional;
import java.util.Set;

/// What of SSML a voice understands; with no tag at all it takes plain text only.
///
/// @param language what the voice itself speaks (BCP 47)
public record SsmlSupport(Set<Tag> tags, String language) {
    /// Elements of SSML 1.1 that we write.
    public enum Tag {
        /// `sub`: other words instead.
        SUB,
        /// `say-as` with `characters`, keeping the voice.
        SAY_AS,
        /// `phoneme` with any sound of the IPA.
        PHONEME,
        /// `lang`.
        LANG
    }

    public SsmlSupport {
        tags = Set.copyOf(tags);
    }

    boolean isPlain() {
        return tags.isEmpty();
    }

    boolean has(Tag tag) {
        return tags.contains(tag);
    }

    /// The name a voice knows a foreign language by; empty for its own and those it can't speak.
    Optional<String> foreign(String tag) {
        return Optional.of(tag)
                .filter(_ -> has(Tag.LANG))
                .flatMap(SpokenLanguages::named)
                .filter(
                        name ->
                                !SpokenLanguages.primary(name)
                                        .equals(SpokenLanguages.primary(language)));
    }
}
