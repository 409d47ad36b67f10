package io.parler.conversion.audio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A completed conversion: the article, the location of the audio, and what was billed.
///
/// @param cost of the billed characters, in US dollars
public record Audiobook(
        String title,
        Optional<String> author,
        Optional<String> sourceUrl,
        Optional<String> imageUrl,
        Optional<Instant> published,
        String language,
        String voice,
        String engine,
        Audio audio,
        String vttKey,
        String transcriptKey,
        String chaptersKey,
        int characters,
        int billedCharacters,
        BigDecimal cost,
        ShowNotes showNotes) {
    /// The MP3: its key in the bucket, its size in bytes and its exact length.
    public record Audio(String key, long bytes, double seconds) {}
}
