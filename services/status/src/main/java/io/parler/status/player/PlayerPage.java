package io.parler.status.player;

import io.parler.status.Asked;
import io.parler.status.Conversion;
import io.parler.status.Failure;
import io.parler.status.Progress;
import io.parler.status.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page under a conversion's player address. It plays when there is audio, shows how far it is
/// while there is none yet, and says why when there will be none; it is never an empty player.
public record PlayerPage(int status, String html, boolean isFinal) {
    /// No inline code, nothing from elsewhere, no form; but every site may embed it.
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors *";

    public static PlayerPage of(Optional<Conversion> conversion, String publicOrigin) {
        if (conversion.isEmpty()) {
            return new PlayerPage(404, unknown(), true);
        }
        Conversion known = conversion.get();
        return switch (known.state()) {
            case State.Queued _ -> new PlayerPage(200, waiting(known, null), false);
            case State.Processing at -> new PlayerPage(200, waiting(known, at.progress()), false);
            case State.Failed at -> new PlayerPage(200, failed(known, at.failure()), true);
            case State.Completed at ->
                    new PlayerPage(
                            200, Playable.page(known.id(), at.recording(), publicOrigin), true);
        };
    }

    private static String unknown() {
        Html body = new Html().open("main", "class", "player", "data-state", "unknown");
        body.element("h1", "There is no such recording", "class", "title")
                .element(
                        "p",
                        "Check the address. Recordings are kept for 400 days.",
                        "class",
                        "message")
                .markup("</main>");
        return Document.of("There is no such recording", Document.notIndexed(), body);
    }

    private static String waiting(Conversion conversion, @Nullable Progress progress) {
        String title = title(conversion, "Your audio is being made");
        Html body =
                new Html()
                        .open(
                                "main",
                                "class",
                                "player",
                                "data-state",
                                "waiting",
                                "data-conversion",
                                "/v1/conversions/" + conversion.id());
        body.element("h1", title, "class", "title");
        source(body, conversion);
        body.markup("<div class=\"waiting\">")
                .open(
                        "progress",
                        "aria-label",
                        "Progress",
                        "max",
                        progress == null ? null : Integer.toString(progress.total()),
                        "value",
                        progress == null ? null : Integer.toString(progress.done()))
                .markup("</progress>")
                .element("p", message(progress), "class", "message", "role", "status")
                .markup("</div></main>");
        return Document.of(title, Document.notIndexed() + Document.reloadedWithoutScript(), body);
    }

    private static String message(@Nullable Progress progress) {
        if (progress == null || progress.total() <= 0) {
            return "Waiting for a voice…";
        }
        return "Speaking… " + 100L * progress.done() / progress.total() + " %";
    }

    private static String failed(Conversion conversion, Failure failure) {
        String title = title(conversion, "No audio for this post");
        Html body = new Html().open("main", "class", "player", "data-state", "failed");
        body.element("h1", title, "class", "title");
        source(body, conversion);
        body.element("p", failure.title(), "class", "failure");
        if (failure.detail() != null) {
            body.element("p", failure.detail(), "class", "message");
        }
        if (failure.type().startsWith("/problems/")) {
            body.markup("<p class=\"links\">")
                    .element("a", "What to do", "href", failure.type(), "target", "_blank")
                    .markup("</p>");
        }
        body.markup("</main>");
        return Document.of(title, Document.notIndexed(), body);
    }

    private static String title(Conversion conversion, String otherwise) {
        String title = conversion.asked().map(Asked::title).orElse(null);
        return title == null ? otherwise : title;
    }

    /// The post it is about, by its host: a line is short.
    private static void source(Html body, Conversion conversion) {
        String address = conversion.asked().map(Asked::sourceUrl).orElse(null);
        if (address == null || !isWeb(address)) {
            return;
        }
        body.markup("<p class=\"byline\">A post of ")
                .element("a", host(address), "href", address, "target", "_blank", "rel", "noopener")
                .markup("</p>");
    }

    private static String host(String address) {
        try {
            String host = new URI(address).getHost();
            return host == null ? address : host;
        } catch (URISyntaxException e) {
            return address;
        }
    }

    static boolean isWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
