package io.parler.loadpost.cache;

import io.parler.hash.Sha256;
import io.parler.loadpost.fetch.WebAddress;

/// The key of a page in the cache: a hash of the address and everything else that the response
/// depends on.
///
/// @param id reveals nothing about the address
public record CacheKey(String id) {
    /// The key of a page, whether it is cached or not.
    ///
    /// @param settings the settings that a page is fetched with: a page that one configuration
    ///     allows is not found under another
    public static CacheKey of(String settings, WebAddress address, String accept) {
        // No address holds a line end.
        return new CacheKey(Sha256.hex(address + "\n" + accept + "\n" + settings));
    }
}
