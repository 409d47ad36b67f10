package io.parler.frontend;

import java.time.Instant;
import java.util.Optional;

/// What is known of a completed conversion beside its audio; a podcast's episode shows it. Entries
/// from before podcasts have none of it.
///
/// @param published when the post appeared
/// @param vttKey the transcript in WebVTT, in the audio bucket
/// @param transcriptKey the transcript in JSON, in the audio bucket
/// @param chaptersKey in the audio bucket
public record CompletedDetails(
        Optional<String> author,
        Optional<Instant> published,
        Optional<String> vttKey,
        Optional<String> transcriptKey,
        Optional<String> chaptersKey) {
    public static final CompletedDetails NONE =
            new CompletedDetails(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
