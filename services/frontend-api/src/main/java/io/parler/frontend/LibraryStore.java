package io.parler.frontend;

import io.parler.frontend.LibraryEntry.Running;
import io.parler.id.ConversionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Stores the conversions of each account.
public interface LibraryStore {
    /// How long it is stored that a conversion was deleted. A queue stores a message for 14 days,
    /// and so does its dead-letter queue: none comes later.
    Duration TOMBSTONE_TTL = Duration.ofDays(30);

    /// Stores an entry, unless one of the same or a higher order is stored or the conversion was
    /// deleted: then it is false. A failed entry is listed with its request, whichever of the two
    /// was stored first.
    boolean put(LibraryEntry entry);

    /// Stores the request of a conversion, which is listed as running until its end is stored.
    /// Returns false when the conversion was deleted.
    boolean putRequest(Running running);

    /// Stores the title that an account gave to a conversion; it is shown once it is completed.
    ///
    /// @param revision the greatest counts
    Renaming rename(String accountId, ConversionId id, String title, long revision);

    /// The entry of a conversion, as it is now; empty when it isn't listed.
    Optional<LibraryEntry> get(String accountId, ConversionId id);

    /// At most `limit` entries older than `before`, newest first.
    LibraryPage list(String accountId, int limit, Optional<ConversionId> before);

    /// The same page without summaries and chapters, which are the largest part of an entry.
    LibraryPage listBrief(String accountId, int limit, Optional<ConversionId> before);

    /// Deletes a conversion for good. False when it isn't listed.
    boolean delete(String accountId, ConversionId id);

    /// The conversions of an account, also those that were deleted from the list not long ago.
    List<ConversionId> ids(String accountId);

    /// Keeps a conversion off the list for good, whether it is listed or not yet.
    void exclude(String accountId, ConversionId id);
}
