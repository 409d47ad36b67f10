package io.parler.frontend.podcast.feed;

import io.parler.frontend.Chapter;
import io.parler.frontend.podcast.Episode;
import io.parler.html.Html;
import io.parler.text.TextCharacters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What an app shows beside an episode: who wrote the post, how it begins, where it is, and its
/// chapters, whose times apps turn into links.
final class ShowNotes {
    /// Apple's limit, in UTF-8.
    static final int MAX_BYTES = 4_000;

    private static final int MAX_TITLE = 200;
    private static final int MAX_AUTHOR = 100;

    private ShowNotes() {}

    static String text(Episode episode) {
        String start =
                fitting(
                        title(episode),
                        summary(episode).map(summary -> "\n\n" + summary),
                        episode.link().map(link -> "\n\nThe post: " + link));
        return start + chapters(episode, start, "\n\nChapters:", line -> "\n" + line, "");
    }

    static String html(Episode episode) {
        String start =
                fitting(
                        paragraph(title(episode)),
                        summary(episode).map(ShowNotes::paragraph),
                        episode.link().map(ShowNotes::link));
        return start
                + chapters(
                        episode,
                        start,
                        "<p>Chapters:</p><ul>",
                        line -> new Html().element("li", line).toString(),
                        "</ul>");
    }

    /// A link that doesn't fit is left out, and so is a summary that doesn't fit beside it.
    private static String fitting(String title, Optional<String> summary, Optional<String> link) {
        String end = link.filter(it -> bytes(title + it) <= MAX_BYTES).orElse("");
        return title + summary.filter(it -> bytes(title + it + end) <= MAX_BYTES).orElse("") + end;
    }

    /// The chapters that fit after what is there. One alone is the whole recording.
    private static String chapters(
            Episode episode, String start, String open, UnaryOperator<String> line, String close) {
        List<Chapter> chapters = episode.details().chapters();
        int left = MAX_BYTES - bytes(start + open + close);
        StringBuilder lines = new StringBuilder();
        for (Chapter chapter : chapters) {
            String next = line.apply(time(chapter.start()) + " " + cleaned(chapter.title()));
            left -= bytes(next);
            if (left < 0) {
                break;
            }
            lines.append(next);
        }
        return chapters.size() < 2 || lines.isEmpty() ? "" : open + lines + close;
    }

    /// 75 → 01:15; 3675 → 1:01:15
    private static String time(double start) {
        long seconds = (long) start;
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%02d:%02d", minutes, seconds % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }

    private static String title(Episode episode) {
        String title = cut(cleaned(episode.title()), MAX_TITLE);
        return episode.details()
                .author()
                .map(author -> title + ", by " + cut(cleaned(author), MAX_AUTHOR) + ".")
                .orElse(title + ".");
    }

    private static Optional<String> summary(Episode episode) {
        return episode.details().summary().map(ShowNotes::cleaned).filter(it -> !it.isEmpty());
    }

    private static String paragraph(String text) {
        return new Html().element("p", text).toString();
    }

    private static String link(String address) {
        return new Html()
                .markup("<p>")
                .element("a", "Read the post", "href", address)
                .markup("</p>")
                .toString();
    }

    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// Text that XML allows, on one line.
    static String cleaned(String text) {
        return TextCharacters.cleaned(text).replaceAll("\\s+", " ").strip();
    }
}
