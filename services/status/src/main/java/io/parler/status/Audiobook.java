package io.parler.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The audio of a completed conversion, with its details. Keys are those of the audio bucket.
///
/// @param isPrivate whether only its account may listen
public record Audiobook(
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable String imageUrl,
        @Nullable Instant published,
        String language,
        String voice,
        Audio audio,
        @Nullable String vttKey,
        @Nullable String jsonKey,
        @Nullable String chaptersKey,
        int characters,
        int billedCharacters,
        boolean isPrivate) {

    /// The same with another title.
    public Audiobook titled(String other) {
        return new Audiobook(
                other,
                author,
                sourceUrl,
                imageUrl,
                published,
                language,
                voice,
                audio,
                vttKey,
                jsonKey,
                chaptersKey,
                characters,
                billedCharacters,
                isPrivate);
    }

    public record Audio(String key, String mediaType, long bytes, double seconds) {}
}
