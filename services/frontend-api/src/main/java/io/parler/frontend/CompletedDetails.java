package io.parler.frontend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a completed conversion beside its audio; a podcast's episode shows it. Entries
/// from before podcasts have none of it.
///
/// @param published when the post appeared
/// @param vttKey the transcript in WebVTT, in the audio bucket
/// @param transcriptKey the transcript in JSON, in the audio bucket
/// @param chaptersKey in the audio bucket
/// @param summary how the article begins
/// @param chapters the first hundred
public record CompletedDetails(
        Optional<String> author,
        Optional<Instant> published,
        Optional<String> vttKey,
        Optional<String> transcriptKey,
        Optional<String> chaptersKey,
        Optional<String> summary,
        List<Chapter> chapters) {
    public static final CompletedDetails NONE =
            new CompletedDetails(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public CompletedDetails {
        chapters = List.copyOf(chapters);
    }

    public CompletedDetails(
            Optional<String> author,
            Optional<Instant> published,
            Optional<String> vttKey,
            Optional<String> transcriptKey,
            Optional<String> chaptersKey) {
        this(author, published, vttKey, transcriptKey, chaptersKey, Optional.empty(), List.of());
    }

    /// With another title of the chapter at the beginning, if that has the title of the recording.
    CompletedDetails titled(String title, String other) {
        return new CompletedDetails(
                author,
                published,
                vttKey,
                transcriptKey,
                chaptersKey,
                summary,
                chapters.stream()
                        .map(it -> it.start() == 0 && it.isTitled(title) ? it.titled(other) : it)
                        .toList());
    }

    /// With a date where it has none.
    public CompletedDetails orPublished(Optional<Instant> date) {
        return new CompletedDetails(
                author,
                published.or(() -> date),
                vttKey,
                transcriptKey,
                chaptersKey,
                summary,
                chapters);
    }
}
