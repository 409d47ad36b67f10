package io.parler.status.player;

import io.parler.html.Html;
import io.parler.id.ConversionId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the page that plays several recordings one after the other. The script plays them;
/// without it they are links to their players.
public final class PlaylistPage {
    private final PlayerAssets assets;
    private final Function<Object, String> json;

    /// Takes a writer of JSON, for the texts that the script reads.
    public PlaylistPage(PlayerAssets assets, Function<Object, String> json) {
        this.assets = assets;
        this.json = json;
    }

    /// A recording of the list.
    public record Entry(ConversionId id, String title, String language) {}

    /// The page of these recordings, in the language of the first.
    public String of(List<Entry> entries, PlayerLook look) {
        PlayerTexts texts = assets.texts(entries.getFirst().language());
        Html body = start(texts, null, null).markup("<ol>\n");
        for (Entry entry : entries) {
            body.markup("<li>")
                    .element(
                            "a",
                            entry.title(),
                            "href",
                            "/v1/conversions/" + entry.id() + "/player",
                            "lang",
                            entry.language(),
                            "dir",
                            "auto")
                    .markup("</li>\n");
        }
        return end(body.markup("</ol>\n"), texts, look);
    }

    /// The page of a podcast's episodes, which the script reads from its feed.
    ///
    /// @param accepted the reader's `Accept-Language`
    public String ofFeed(String feed, PlayerLook look, String accepted) {
        PlayerTexts texts = assets.textsFor(accepted);
        Html body = start(texts, feed, null).markup("<ol><li>");
        body.element("a", feed, "href", feed).markup("</li></ol>\n");
        return end(body, texts, look);
    }

    /// The page of the signed-in account's recordings, which the script reads from its library.
    ///
    /// @param accepted the reader's `Accept-Language`
    public String ofLibrary(String library, PlayerLook look, String accepted) {
        PlayerTexts texts = assets.textsFor(accepted);
        return end(start(texts, null, library).markup("<ol></ol>\n"), texts, look);
    }

    private static Html start(PlayerTexts texts, @Nullable String feed, @Nullable String library) {
        return new Html()
                .open(
                        "main",
                        "class",
                        "playlist",
                        "data-state",
                        "playlist",
                        "data-feed",
                        feed,
                        "data-library",
                        library)
                .element("h1", texts.of("recordings"), "class", "unseen");
    }

    private String end(Html body, PlayerTexts texts, PlayerLook look) {
        body.markup("<p class=\"message\" role=\"status\"></p>\n")
                .markup(PageLayout.texts(texts, json))
                .markup("</main>");
        return new PageLayout(assets, look)
                .of(texts.of("recordings"), texts, PageLayout.noIndex(), body);
    }
}
