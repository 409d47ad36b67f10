package io.parler.status.player;

import io.parler.html.Html;
import io.parler.status.AudioUrls;
import io.parler.status.Conversion;
import io.parler.status.ConversionProblem;
import io.parler.status.Progress;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.WebAddress;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the page at a conversion's player address. It plays when there is audio, shows the
/// progress before, and says why when there will be none; it is never an empty player.
public final class PlayerPages {
    private final AudioUrls urls;
    private final PlayerAssets assets;
    private final AudioPage audioPage;

    /// Takes a writer of JSON, for the data that search engines and the script read.
    public PlayerPages(AudioUrls urls, PlayerAssets assets, Function<Object, String> json) {
        this.urls = urls;
        this.assets = assets;
        this.audioPage = new AudioPage(urls, assets, json);
    }

    public PlayerPage of(Optional<Conversion> conversion, PlayerLook look) {
        PageLayout layout = new PageLayout(assets, look);
        if (conversion.isEmpty()) {
            return new PlayerPage(404, unknown(layout), true);
        }
        Conversion known = conversion.get();
        return switch (known.state()) {
            case State.Queued _ -> new PlayerPage(200, waiting(known, null, layout), false);
            case State.Processing at ->
                    new PlayerPage(200, waiting(known, at.progress(), layout), false);
            case State.Deleted _ -> new PlayerPage(410, deleted(layout), true);
            case State.Failed at -> new PlayerPage(200, failed(known, at.problem(), layout), true);
            case State.Completed at ->
                    new PlayerPage(
                            200,
                            audioPage.of(known.id(), at.audiobook(), look),
                            !known.isPrivate());
        };
    }

    /// For a private conversion, when the caller is not its account.
    public PlayerPage notForThisCaller(PlayerLook look) {
        Html body = new Html().open("main", "class", "player", "data-state", "private");
        body.element("h1", "This recording is private", "class", "title")
                .open("p", "class", "message")
                .element("a", "Sign in", "href", urls.publicOrigin() + "/", "target", "_blank")
                .text(" as its owner to listen, then load this page again.")
                .markup("</p></main>");
        String html =
                new PageLayout(assets, look)
                        .of("This recording is private", PageLayout.noIndex(), body);
        return new PlayerPage(403, html, false);
    }

    private static String unknown(PageLayout layout) {
        Html body = new Html().open("main", "class", "player", "data-state", "unknown");
        body.element("h1", "There is no such recording", "class", "title")
                .element("p", "Check the address.", "class", "message")
                .markup("</main>");
        return layout.of("There is no such recording", PageLayout.noIndex(), body);
    }

    private static String deleted(PageLayout layout) {
        Html body = new Html().open("main", "class", "player", "data-state", "deleted");
        body.element("h1", "This recording was deleted", "class", "title")
                .element("p", "Its owner took it away.", "class", "message")
                .markup("</main>");
        return layout.of("This recording was deleted", PageLayout.noIndex(), body);
    }

    private static String waiting(
            Conversion conversion, @Nullable Progress progress, PageLayout layout) {
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
        return layout.of(title, PageLayout.noIndex() + PageLayout.reloadWithoutScripts(), body);
    }

    private static String message(@Nullable Progress progress) {
        if (progress == null || progress.total() <= 0) {
            return "Waiting for a voice…";
        }
        return "Speaking… " + 100L * progress.done() / progress.total() + " %";
    }

    private static String failed(
            Conversion conversion, ConversionProblem problem, PageLayout layout) {
        String title = title(conversion, "No audio for this post");
        Html body = new Html().open("main", "class", "player", "data-state", "failed");
        body.element("h1", title, "class", "title");
        source(body, conversion);
        body.element("p", problem.title(), "class", "failure");
        if (problem.detail() != null) {
            body.element("p", problem.detail(), "class", "message");
        }
        if (problem.type().startsWith("/problems/")) {
            body.markup("<p class=\"links\">")
                    .element("a", "What to do", "href", problem.type(), "target", "_blank")
                    .markup("</p>");
        }
        body.markup("</main>");
        return layout.of(title, PageLayout.noIndex(), body);
    }

    private static String title(Conversion conversion, String defaultTitle) {
        String title = conversion.request().map(RequestSummary::title).orElse(null);
        return title == null ? defaultTitle : title;
    }

    /// Names the post by its host, which fits on a line.
    private static void source(Html body, Conversion conversion) {
        String address = conversion.request().map(RequestSummary::sourceUrl).orElse(null);
        if (address == null || !WebAddress.isWeb(address)) {
            return;
        }
        body.markup("<p class=\"byline\">A post of ")
                .element(
                        "a",
                        WebAddress.host(address),
                        "href",
                        address,
                        "target",
                        "_blank",
                        "rel",
                        "noopener")
                .markup("</p>");
    }
}
