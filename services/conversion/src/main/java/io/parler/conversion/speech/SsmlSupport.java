package io.parler.conversion.speech;

import java.util.Optional;
import java.util.Set;

/// The SSML elements that a voice supports. Without any, it takes plain text only.
///
/// @param language the language of the voice (BCP 47)
public record SsmlSupport(Set<Tag> tags, String language) {
    /// The elements of SSML 1.1 that we write.
    public enum Tag {
        /// `sub`: other words instead.
        SUB,
        /// `say-as` with `characters`, without a change of voice.
        SAY_AS,
        /// `phoneme` with any IPA symbol.
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

    /// The code for `lang`. Empty for the voice's own language and for those it can't speak.
    Optional<String> foreign(String tag) {
        return Optional.of(tag)
                .filter(_ -> has(Tag.LANG))
                .flatMap(SpokenLanguages::codeFor)
                .filter(
                        name ->
                                !SpokenLanguages.primary(name)
                                        .equals(SpokenLanguages.primary(language)));
    }
}
