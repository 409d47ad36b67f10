package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// By what a page is kept: the address asked for, and all else that decides what comes back.
///
/// @param id a hash, which tells nothing of the address
public record PageKey(String id) {
    /// The key of a page, whether it is kept or not.
    ///
    /// @param terms the settings a page was fetched under: what one set of them allowed is not
    ///     found under another
    public static PageKey of(String terms, WebAddress address, String accept) {
        var text = address + "\n" + accept + "\n" + terms; // no address holds a line end
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return new PageKey(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
