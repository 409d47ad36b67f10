package io.parler.status.player;

import io.parler.html.Html;

/// The layout of every page of the player.
final class PageLayout {
    private PageLayout() {}

    static String of(String title, String head, Html body) {
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
                        <link rel="stylesheet" href="/player/player.css">
                        <script type="module" src="/player/player.js"></script>
                        """)
                .markup(head)
                .markup("</head>\n<body>\n")
                .markup(body.toString())
                .markup("\n</body>\n</html>\n")
                .toString();
    }

    static String noIndex() {
        return "<meta name=\"robots\" content=\"noindex\">\n";
    }

    /// Without scripts the page reloads itself.
    static String reloadWithoutScripts() {
        return "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>\n";
    }
}
