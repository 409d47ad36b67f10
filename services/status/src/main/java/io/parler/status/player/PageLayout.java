package io.parler.status.player;

import io.parler.html.Html;
import io.parler.status.metadata.PageMetadata;
import java.util.function.Function;

/// The layout of every page of the player.
final class PageLayout {
    private final PlayerAssets assets;
    private final PlayerLook look;

    PageLayout(PlayerAssets assets, PlayerLook look) {
        this.assets = assets;
        this.look = look;
    }

    /// A page in English, about audio that can't be played.
    String of(String title, String head, Html body) {
        return of(title, "en", TextDirection.LEFT_TO_RIGHT, head, body);
    }

    /// A page in the language of these texts.
    String of(String title, PlayerTexts texts, String head, Html body) {
        String language = texts.language();
        return of(title, language, TextDirection.of(language), head, body);
    }

    /// @param language of the player's own texts
    String of(String title, String language, TextDirection direction, String head, Html body) {
        Html page = new Html().markup("<!doctype html>\n");
        page.open(
                        "html",
                        "class",
                        "root",
                        "lang",
                        language,
                        "dir",
                        direction.htmlName(),
                        "data-theme",
                        PlayerLook.htmlName(look.theme()),
                        "data-form",
                        PlayerLook.htmlName(look.form()))
                .markup(
                        """

                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        """)
                .open("meta", "name", "color-scheme", "content", look.colorScheme())
                .markup("\n")
                .element("title", title)
                .markup("\n<link rel=\"icon\" href=\"/favicon.svg\">\n");
        page.open("link", "rel", "stylesheet", "href", assets.path(PlayerAssets.STYLE))
                .markup("\n");
        for (String script : PlayerAssets.SCRIPTS) {
            if (!script.equals(PlayerAssets.MAIN_SCRIPT)) {
                page.open("link", "rel", "modulepreload", "href", assets.path(script)).markup("\n");
            }
        }
        return page.open("script", "type", "module", "src", assets.path(PlayerAssets.MAIN_SCRIPT))
                .markup("</script>\n")
                .markup(head)
                .markup("</head>\n<body>\n")
                .markup(body.toString())
                .markup("\n</body>\n</html>\n")
                .toString();
    }

    /// The texts that the script reads.
    static String texts(PlayerTexts texts, Function<Object, String> json) {
        return "<script type=\"application/json\" id=\"texts\">"
                + PageMetadata.inScript(json.apply(texts.texts()))
                + "</script>\n";
    }

    static String noIndex() {
        return "<meta name=\"robots\" content=\"noindex\">\n";
    }

    /// Without scripts the page reloads itself.
    static String reloadWithoutScripts() {
        return "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>\n";
    }
}
