package io.parler.frontend;

import java.util.Optional;

/// What each account has converted.
public interface Library {
    /// Keeps an entry, unless one that it may not replace is there or the conversion was taken
    /// off. Tells whether it did; saying the same twice changes nothing.
    boolean keep(LibraryEntry entry);

    /// At most `limit` entries older than `before`, newest first.
    LibraryPage page(String accountId, int limit, Optional<ConversionId> before);

    /// Takes a conversion off, for good. False where it isn't on the list.
    boolean remove(String accountId, ConversionId id);
}
