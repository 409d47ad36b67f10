package io.parler.loadpost.fetch;

import java.util.regex.Pattern;

/// The validators of a page, `ETag` and `Last-Modified` (RFC 9110, section 8.8). They are sent
/// back to the site unchanged; a value that could inject another header is dropped.
///
/// @param etag strong or weak, or empty
/// @param lastModified or empty
public record Validators(String etag, String lastModified) {
    private static final int MAX_LENGTH = 1000;

    /// Quoted as the standard requires, or a bare word as some sites send. A bare `*` would match
    /// any page, so that the known one would never be replaced.
    private static final Pattern ETAG =
            Pattern.compile(
                    "(W/)?\"[\\x20\\x21\\x23-\\x7e]*\"|[\\x21\\x23-\\x29\\x2b\\x2d-\\x7e]+");

    public static final Validators NONE = new Validators("", "");

    /// Drops invalid validators.
    public Validators {
        etag = etag.length() <= MAX_LENGTH && ETAG.matcher(etag).matches() ? etag : "";
        lastModified = HttpDate.parse(lastModified).isPresent() ? lastModified : "";
    }

    public boolean none() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    /// These validators; if one is missing, the other's.
    Validators or(Validators other) {
        return new Validators(
                etag.isEmpty() ? other.etag : etag,
                lastModified.isEmpty() ? other.lastModified : lastModified);
    }
}
