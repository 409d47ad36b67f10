package io.parler.status.player;

import io.parler.html.Html;
import io.parler.status.AudioUrls;
import io.parler.status.Conversion;
import io.parler.status.ConversionProblem;
import io.parler.status.Progress;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.WebAddress;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the page at a conversion's player address. It plays when there is audio, shows the
/// progress before, and says why when there will be none; it is never an empty player.
public final class PlayerPages {
    private final AudioUrls urls;
    private final PlayerAssets assets;
    private final Function<Object, String> json;
    private final AudioPage audioPage;

    /// Takes a writer of JSON, for the data that search engines and the script read.
    public PlayerPages(AudioUrls urls, PlayerAssets assets, Function<Object, String> json) {
        this.urls = urls;
        this.assets = assets;
        this.json = json;
        this.audioPage = new AudioPage(urls, assets, json);
    }

    /// The page for every reader: what is said of no audio is in English.
    public PlayerPage of(Optional<Conversion> conversion, PlayerLook look) {
        return of(conversion, look, "");
    }

    /// The page for a reader: without audio it is in the post's language if that is known, or else
    /// in the reader's.
    ///
    /// @param accepted the reader's `Accept-Language`
    public PlayerPage of(Optional<Conversion> conversion, PlayerLook look, String accepted) {
        PageLayout layout = new PageLayout(assets, look);
        if (conversion.isEmpty()) {
            return new PlayerPage(404, unknown(layout), true);
        }
        Conversion known = conversion.get();
        PlayerTexts texts =
                known.request()
                        .map(RequestSummary::language)
                        .map(assets::texts)
                        .orElseGet(() -> assets.textsFor(accepted));
        return switch (known.state()) {
            case State.Queued _ -> new PlayerPage(200, waiting(known, null, texts, layout), false);
            case State.Processing at ->
                    new PlayerPage(200, waiting(known, at.progress(), texts, layout), false);
            case State.Deleted _ -> new PlayerPage(410, deleted(layout), true);
            case State.Failed at ->
                    new PlayerPage(200, failed(known, at.problem(), texts, layout), true);
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

    private String waiting(
            Conversion conversion,
            @Nullable Progress progress,
            PlayerTexts texts,
            PageLayout layout) {
        String title = title(conversion, texts.of("beingMade"));
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
        body.element("h1", title, "class", "title", "dir", "auto");
        source(body, conversion, texts);
        body.markup("<div class=\"waiting\">")
                .open(
                        "progress",
                        "aria-label",
                        texts.of("progress"),
                        "max",
                        progress == null ? null : Integer.toString(progress.total()),
                        "value",
                        progress == null ? null : Integer.toString(progress.done()))
                .markup("</progress>")
                .element("p", message(progress, texts), "class", "message", "role", "status")
                .markup("</div>")
                .markup(PageLayout.texts(texts, json))
                .markup("</main>");
        return layout.of(
                title, texts, PageLayout.noIndex() + PageLayout.reloadWithoutScripts(), body);
    }

    private static String message(@Nullable Progress progress, PlayerTexts texts) {
        if (progress == null || progress.total() <= 0) {
            return texts.of("waitingForVoice");
        }
        NumberFormat percent =
                NumberFormat.getPercentInstance(Locale.forLanguageTag(texts.language()));
        double share = (double) progress.done() / progress.total();
        return texts.of("speaking", "percent", percent.format(Math.floor(share * 100) / 100));
    }

    /// The problem itself is in English, as the API tells it.
    private static String failed(
            Conversion conversion,
            ConversionProblem problem,
            PlayerTexts texts,
            PageLayout layout) {
        String title = title(conversion, texts.of("noAudio"));
        Html body = new Html().open("main", "class", "player", "data-state", "failed");
        body.element("h1", title, "class", "title", "dir", "auto");
        source(body, conversion, texts);
        body.element("p", problem.title(), "class", "failure", "lang", "en", "dir", "auto");
        if (problem.detail() != null) {
            body.element("p", problem.detail(), "class", "message", "lang", "en");
        }
        if (problem.type().startsWith("/problems/")) {
            body.markup("<p class=\"links\">")
                    .element("a", texts.of("whatToDo"), "href", problem.type(), "target", "_blank")
                    .markup("</p>");
        }
        body.markup("</main>");
        return layout.of(title, texts, PageLayout.noIndex(), body);
    }

    private static String title(Conversion conversion, String defaultTitle) {
        String title = conversion.request().map(RequestSummary::title).orElse(null);
        return title == null ? defaultTitle : title;
    }

    /// Names the post by its host, which fits on a line.
    private static void source(Html body, Conversion conversion, PlayerTexts texts) {
        String address = conversion.request().map(RequestSummary::sourceUrl).orElse(null);
        if (address == null || !WebAddress.isWeb(address)) {
            return;
        }
        List<String> around = List.of(texts.of("postOf").split("\\{site}", -1));
        body.open("p", "class", "byline")
                .text(around.getFirst())
                .element(
                        "a",
                        WebAddress.host(address),
                        "href",
                        address,
                        "target",
                        "_blank",
                        "rel",
                        "noopener")
                .text(around.getLast())
                .markup("</p>");
    }
}
