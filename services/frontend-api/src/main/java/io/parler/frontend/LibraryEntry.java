package io.parler.frontend;

import io.parler.id.ConversionId;
import java.util.Optional;

/// A conversion that has ended, as the library lists it.
public sealed interface LibraryEntry {
    ConversionId id();

    String accountId();

    /// The attempt that ended so, from 1.
    int attempt();

    /// An entry is replaced only by one of a higher rank, or of the same rank and a later attempt:
    /// audio that exists stays, whatever event is delivered late or again.
    int rank();

    record Completed(
            ConversionId id,
            String accountId,
            int attempt,
            String title,
            Optional<String> sourceUrl,
            String voice,
            Audio audio,
            boolean isPrivate,
            CompletedDetails details)
            implements LibraryEntry {
        public Completed(
                ConversionId id,
                String accountId,
                int attempt,
                String title,
                Optional<String> sourceUrl,
                String voice,
                Audio audio) {
            this(
                    id,
                    accountId,
                    attempt,
                    title,
                    sourceUrl,
                    voice,
                    audio,
                    false,
                    CompletedDetails.NONE);
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    record Failed(ConversionId id, String accountId, int attempt, ConversionProblem problem)
            implements LibraryEntry {
        @Override
        public int rank() {
            return 0;
        }
    }
}
