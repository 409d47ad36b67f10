package io.parler.status.player;

/// A page of the player, ready to be sent.
///
/// @param isFinal whether the page will stay as it is
public record PlayerPage(int status, String html, boolean isFinal) {
    /// No inline code, nothing from other sites, no form; but every site may embed it.
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors *";

    /// So that a page with `require-corp` may embed it too; what the player loads is its own.
    public static final String EMBEDDER_POLICY = "require-corp";
}
