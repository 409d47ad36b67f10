package io.parler.frontend;

import io.parler.id.ConversionId;
import java.util.Optional;

/// A conversion as the library lists it: running, completed or failed.
public sealed interface LibraryEntry {
    ConversionId id();

    String accountId();

    /// The attempt that ended so, from 1; 0 while it is running.
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

        /// The same with another title, which its first chapter has too if it had the title.
        public Completed titled(String other) {
            return new Completed(
                    id,
                    accountId,
                    attempt,
                    other,
                    sourceUrl,
                    voice,
                    audio,
                    isPrivate,
                    details.titled(title, other));
        }

        @Override
        public int rank() {
            return 1;
        }
    }

    /// It ended without audio.
    ///
    /// @param request empty when it is unknown, as of entries from before requests were stored
    record Failed(
            ConversionId id,
            String accountId,
            int attempt,
            ConversionProblem problem,
            Optional<RequestSummary> request)
            implements LibraryEntry {
        public Failed(ConversionId id, String accountId, int attempt, ConversionProblem problem) {
            this(id, accountId, attempt, problem, Optional.empty());
        }

        @Override
        public int rank() {
            return 0;
        }
    }

    record Running(ConversionId id, String accountId, RequestSummary request)
            implements LibraryEntry {
        @Override
        public int attempt() {
            return 0;
        }

        @Override
        public int rank() {
            return -1;
        }
    }
}
