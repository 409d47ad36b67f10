package io.parler.frontend;

import java.util.Optional;

/// How a conversion ended, as the library keeps it.
public sealed interface LibraryEntry {
    ConversionId id();

    String accountId();

    /// Which delivery of the request ended so, from 1.
    int attempt();

    /// An entry gives way only to one of a higher rank, or of its rank and a later attempt. So an
    /// audio that exists stays, whatever a late or repeated event says.
    int rank();

    record Finished(
            ConversionId id,
            String accountId,
            int attempt,
            String title,
            Optional<String> sourceUrl,
            String voice,
            Audio audio)
            implements LibraryEntry {
        @Override
        public int rank() {
            return 1;
        }
    }

    record Failed(ConversionId id, String accountId, int attempt, Trouble trouble)
            implements LibraryEntry {
        @Override
        public int rank() {
            return 0;
        }
    }
}
