package io.parler.frontend.podcast.feed;

import io.parler.frontend.podcast.Episode;
import io.parler.html.Html;
import io.parler.text.TextCharacters;

/// What an app shows beside an episode: who wrote the post, and where it is.
final class ShowNotes {
    private ShowNotes() {}

    static String text(Episode episode) {
        StringBuilder text = new StringBuilder();
        text.append(cleaned(episode.title()));
        episode.details()
                .author()
                .ifPresent(author -> text.append(", by ").append(cleaned(author)));
        text.append('.');
        episode.link().ifPresent(link -> text.append(" The post: ").append(link));
        return text.toString();
    }

    static String html(Episode episode) {
        String title = cleaned(episode.title());
        Html html =
                new Html()
                        .element(
                                "p",
                                episode.details()
                                        .author()
                                        .map(author -> title + ", by " + cleaned(author) + ".")
                                        .orElse(title + "."));
        episode.link()
                .ifPresent(
                        link ->
                                html.markup("<p>")
                                        .element("a", "Read the post", "href", link)
                                        .markup("</p>"));
        return html.toString();
    }

    /// Text that XML allows, on one line.
    static String cleaned(String text) {
        return TextCharacters.cleaned(text).replaceAll("\\s+", " ").strip();
    }
}
