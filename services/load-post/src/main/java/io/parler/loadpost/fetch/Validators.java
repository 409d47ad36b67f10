package io.parler.loadpost.fetch;

import java.util.regex.Pattern;

/// By what a site tells whether its page is still the same (RFC 9110, section 8.8): sent back to
/// it as it was sent, and nothing that could be more than one header's value.
///
/// @param etag strong or weak, or empty
/// @param lastModified or empty
public record Validators(String etag, String lastModified) {
    private static final int MAX_LENGTH = 1000;

    /// Quoted as the standard wants it, or a bare word as some sites send it. A bare `*` would
    /// say "if there is any page at all", and keep the known one for ever.
    private static final Pattern ETAG =
            Pattern.compile(
                    "(W/)?\"[\\x20\\x21\\x23-\\x7e]*\"|[\\x21\\x23-\\x29\\x2b\\x2d-\\x7e]+");

    public static final Validators NONE = new Validators("", "");

    /// Drops what is not a validator.
    public Validators {
        etag = etag.length() <= MAX_LENGTH && ETAG.matcher(etag).matches() ? etag : "";
        lastModified = HttpDate.read(lastModified).isPresent() ? lastModified : "";
    }

    public boolean none() {
        return etag.isEmpty() && lastModified.isEmpty();
    }

    /// These, and where one is missing the other's.
    Validators or(Validators other) {
        return new Validators(
                etag.isEmpty() ? other.etag : etag,
                lastModified.isEmpty() ? other.lastModified : lastModified);
    }
}
