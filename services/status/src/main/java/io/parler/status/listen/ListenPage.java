package io.parler.status.listen;

import io.parler.html.Html;
import io.parler.status.Audiobook;
import io.parler.status.WebAddress;
import io.parler.status.metadata.PageMetadata;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the page of one conversion that people send around: the cover, the player, the chapters,
/// the transcript and the files. Its script adds chapters and transcript; the rest works without.
public final class ListenPage {
    /// Nothing from other sites but the post's picture, and only our own pages in frames.
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:;"
                    + " connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'";

    private static final int KILOBYTE = 1000;

    private final String publicOrigin;
    private final PageMetadata metadata;

    /// Takes a writer of JSON, for the data that search engines read.
    public ListenPage(String publicOrigin, Function<Object, String> json) {
        this.publicOrigin = publicOrigin;
        this.metadata = new PageMetadata(publicOrigin, json);
    }

    public String of(PublishedAudio audio) {
        Audiobook audiobook = audio.audiobook();
        Html body =
                new Html()
                        .open(
                                "main",
                                "aria-labelledby",
                                "title",
                                "data-transcript",
                                path(audiobook.jsonKey()),
                                "data-chapters",
                                path(audiobook.chaptersKey()));
        header(body, audiobook);
        body.element(
                "iframe",
                "",
                "class",
                "player",
                "src",
                "/v1/conversions/" + audio.id() + "/player?form=compact",
                "title",
                "Player: " + audiobook.title(),
                "height",
                "112");
        files(body, audiobook);
        body.markup(
                        """

                        <section class="chapters" hidden>
                        <h2>Chapters</h2>
                        <ol></ol>
                        </section>
                        <section class="transcript" hidden>
                        <h2>Transcript</h2>
                        """)
                .element("div", "", "lang", audiobook.language(), "dir", "auto")
                .markup("\n</section>\n</main>\n<footer><p>")
                .element("a", "Parler", "href", "/")
                .markup(" reads blog posts aloud.</p></footer>");
        return page(audiobook.title(), head(audio), body);
    }

    /// A page that says why there is nothing to listen to.
    public String none(boolean wasDeleted) {
        String title = wasDeleted ? "This audio was deleted" : "There is no audio here";
        Html body = new Html().markup("<main>\n").element("h1", title);
        body.element(
                        "p",
                        wasDeleted
                                ? "Its owner took it away."
                                : "Check the address, or come back later: it may still be made.")
                .markup("\n</main>");
        return page(title, "<meta name=\"robots\" content=\"noindex\">\n", body);
    }

    private static void header(Html body, Audiobook audiobook) {
        body.markup("\n<header>\n");
        String image = audiobook.imageUrl();
        if (image != null && WebAddress.isWeb(image)) {
            body.open(
                            "img",
                            "class",
                            "cover",
                            "src",
                            image,
                            "alt",
                            "",
                            "width",
                            "160",
                            "height",
                            "160",
                            "referrerpolicy",
                            "no-referrer")
                    .markup("\n");
        }
        body.markup("<div>\n<p class=\"kind\">Listen · ")
                .text(length(audiobook.audio().seconds()))
                .markup("</p>\n")
                .element(
                        "h1",
                        audiobook.title(),
                        "id",
                        "title",
                        "lang",
                        audiobook.language(),
                        "dir",
                        "auto")
                .markup("\n<p class=\"byline\">");
        if (audiobook.author() != null) {
            body.text(audiobook.author() + " · ");
        }
        String source = audiobook.sourceUrl();
        if (source != null && WebAddress.isWeb(source)) {
            body.markup("Read it on ")
                    .element("a", WebAddress.host(source), "href", source, "rel", "noopener");
        } else {
            body.text("A text without an address");
        }
        body.markup("</p>\n</div>\n</header>\n");
    }

    private static void files(Html body, Audiobook audiobook) {
        Audiobook.Audio audio = audiobook.audio();
        body.markup("\n<p class=\"files\">")
                .element(
                        "a",
                        "Download MP3 (" + size(audio.bytes()) + ")",
                        "href",
                        "/" + audio.key(),
                        "download",
                        "");
        if (audiobook.vttKey() != null) {
            body.markup(" ").element("a", "Subtitles (WebVTT)", "href", path(audiobook.vttKey()));
        }
        body.markup("</p>");
    }

    private String head(PublishedAudio published) {
        Audiobook audiobook = published.audiobook();
        return metadata.of(
                new PageMetadata.Page(
                        publicOrigin + "/listen/" + published.id() + "/" + published.slug(),
                        publicOrigin + "/v1/conversions/" + published.id() + "/player",
                        publicOrigin + "/" + audiobook.audio().key(),
                        audiobook,
                        Optional.of("Listen: " + length(audiobook.audio().seconds()) + "."),
                        Optional.of(published.made())));
    }

    private static String page(String title, String head, Html body) {
        return new Html()
                .markup(
                        """
                        <!doctype html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        """)
                .element("title", title)
                .markup(
                        """

                        <link rel="icon" href="/favicon.svg">
                        <link rel="stylesheet" href="/listen.css">
                        <script src="/embed.js" defer></script>
                        <script type="module" src="/listen-page.js"></script>
                        """)
                .markup(head)
                .markup("</head>\n<body>\n")
                .markup(body.toString())
                .markup("\n</body>\n</html>\n")
                .toString();
    }

    /// `3 min`, or `45 s`.
    private static String length(double seconds) {
        Duration length = Duration.ofSeconds(Math.round(seconds));
        return length.toMinutes() == 0
                ? length.toSeconds() + " s"
                : Math.round(length.toSeconds() / 60.0) + " min";
    }

    private static String size(long bytes) {
        return bytes < KILOBYTE * KILOBYTE
                ? Math.max(1, bytes / KILOBYTE) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    private static @Nullable String path(@Nullable String key) {
        return key == null ? null : "/" + key;
    }
}
