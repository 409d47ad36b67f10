package io.parler.frontend;

import io.parler.id.ConversionId;
import java.util.List;
import java.util.Optional;

/// Stores the conversions of each account.
public interface LibraryStore {
    /// Stores an entry, unless one of the same or a higher order is stored or the conversion was
    /// deleted: then it is false.
    boolean put(LibraryEntry entry);

    /// The entry of a conversion, as it is now; empty when it isn't listed.
    Optional<LibraryEntry> get(String accountId, ConversionId id);

    /// At most `limit` entries older than `before`, newest first.
    LibraryPage list(String accountId, int limit, Optional<ConversionId> before);

    /// Deletes a conversion for good. False when it isn't listed.
    boolean delete(String accountId, ConversionId id);

    /// The conversions of an account, also those that were deleted from the list not long ago.
    List<ConversionId> ids(String accountId);

    /// Keeps a conversion off the list for good, whether it is listed or not yet.
    void exclude(String accountId, ConversionId id);
}
