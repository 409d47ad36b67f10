package io.parler.status.aws;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.status.player.PlayerLook;
import io.parler.status.player.PlayerPage;

/// A page of the player with the headers that let every site embed it, and it nothing else.
final class PlayerResponse {
    private PlayerResponse() {}

    static Response of(PlayerPage page) {
        return Response.html(page.status(), page.html())
                .header("Content-Security-Policy", PlayerPage.CONTENT_SECURITY_POLICY)
                .header("Cross-Origin-Embedder-Policy", PlayerPage.EMBEDDER_POLICY)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Referrer-Policy", "strict-origin-when-cross-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    /// The languages that the reader likes to read, as the browser says.
    static String acceptedLanguages(Request request) {
        return request.header("Accept-Language").orElse("");
    }

    /// How the page around wants the player to look.
    static PlayerLook look(Request request) {
        return PlayerLook.of(request.query("theme"), request.query("form"));
    }
}
