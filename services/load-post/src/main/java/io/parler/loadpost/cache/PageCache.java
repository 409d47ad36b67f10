package io.parler.loadpost.cache;

import java.util.Optional;

/// Stores pages between requests. It may lose any of them at any time.
///
/// Each call throws [io.parler.problem.UnavailableException] when the cache can't be reached.
public interface PageCache {
    /// Empty if there is no page under this key.
    ///
    /// @throws CorruptPageException if the stored page can't be read
    Optional<CachedPage> get(CacheKey key) throws CorruptPageException;

    /// Stores a page in place of an earlier one. A page that is too large for this cache is not
    /// stored, and the earlier one is deleted.
    void put(CacheKey key, CachedPage page);

    void delete(CacheKey key);

    /// The stored page is not in the format that this version reads.
    final class CorruptPageException extends Exception {
        private static final long serialVersionUID = 1L;

        public CorruptPageException(String message) {
            super(message);
        }

        public CorruptPageException(Throwable cause) {
            super("the cached page can't be read", cause);
        }
    }
}
