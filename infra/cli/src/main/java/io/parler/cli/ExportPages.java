package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.html.Html;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes the pages of an export. They work without JavaScript, on any host and from a disk: all
/// links are relative and name a file.
final class ExportPages {
    /// The files that all pages use.
    static final List<String> ASSETS = List.of("parler.css", "parler.js");

    /// By this an index page is known as one of an export.
    static final String MARK = "<meta name=\"generator\" content=\"Parler\">";

    /// Both stand above the transcript.
    private static final Set<String> ABOVE = Set.of("title", "byline");

    /// Chinese and Japanese have no blank after a sentence.
    private static final Pattern IDEOGRAPHIC_END =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\u3000-\\u303f\\uff00-\\uffef][”’]?$");

    private ExportPages() {}

    /// A link of the index page.
    ///
    /// @param about what stands beside it
    record Entry(String title, String language, String path, String about) {}

    static byte[] asset(String name) throws IOException {
        try (InputStream file = ExportPages.class.getResourceAsStream("export/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    static String index(List<Entry> podcasts, List<Entry> recordings) {
        Html head = new Html();
        for (Entry podcast : podcasts) {
            head.open(
                            "link",
                            "rel",
                            "alternate",
                            "type",
                            "application/rss+xml",
                            "title",
                            podcast.title(),
                            "href",
                            podcast.path())
                    .markup("\n");
        }
        Html body = new Html().element("h1", "Recordings").markup("\n<ul>\n");
        recordings.forEach(recording -> entry(body, recording));
        body.markup("</ul>\n");
        if (!podcasts.isEmpty()) {
            body.element("h2", "Podcasts").markup("\n<ul>\n");
            podcasts.forEach(podcast -> entry(body, podcast));
            body.markup("</ul>\n");
        }
        return page("Recordings", "", head, body);
    }

    private static void entry(Html body, Entry entry) {
        body.markup("<li>")
                .element(
                        "a",
                        entry.title(),
                        "href",
                        entry.path(),
                        "lang",
                        entry.language(),
                        "dir",
                        "auto")
                .element("span", entry.about())
                .markup("</li>\n");
    }

    /// The page of a recording, in the folder of its files.
    ///
    /// @param state as the API gives it
    /// @param root the relative path of the index page's folder
    static String recording(
            JsonNode state,
            ExportedFiles files,
            JsonNode transcript,
            JsonNode chapters,
            String root) {
        String title = state.path("title").asText();
        String language = state.path("language").asText("");
        Html body = new Html().markup("<p class=\"about\">");
        body.element("a", "All recordings", "href", root + "index.html").markup("</p>\n");
        body.element("h1", title, "lang", language, "dir", "auto").markup("\n<p class=\"about\">");
        if (state.has("author")) {
            body.text(state.path("author").asText() + " · ");
        }
        body.text(TimeFormat.length(state.at("/audio/seconds").asDouble()));
        String post = state.path("sourceUrl").asText();
        if (post.matches("(?i)https?://.*")) {
            body.text(" · ").element("a", "The post", "href", post);
        }
        body.markup("</p>\n")
                .open("audio", "controls", "", "preload", "none", "src", files.audio())
                .markup("</audio>\n<p class=\"files\">")
                .element("a", "Download MP3", "href", files.audio(), "download", "");
        files.subtitles().ifPresent(file -> body.element("a", "Subtitles (WebVTT)", "href", file));
        body.markup("</p>\n");
        chapters(body, files, chapters.path("chapters"));
        transcript(body, transcript.path("segments"), language);
        return page(title, root, new Html(), body);
    }

    /// One alone is the whole recording.
    private static void chapters(Html body, ExportedFiles files, JsonNode chapters) {
        if (chapters.size() < 2) {
            return;
        }
        body.markup("<section class=\"chapters\">\n<h2>Chapters</h2>\n<ol>\n");
        for (JsonNode chapter : chapters) {
            double start = chapter.path("startTime").asDouble();
            body.markup("<li>")
                    .element("span", TimeFormat.clock((long) start))
                    .element(
                            "a",
                            chapter.path("title").asText(),
                            "href",
                            files.audio() + "#t=" + seconds(start),
                            "data-start",
                            seconds(start),
                            "dir",
                            "auto")
                    .markup("</li>\n");
        }
        body.markup("</ol>\n</section>\n");
    }

    /// The sentences of one block of the post are one paragraph.
    private static void transcript(Html body, JsonNode segments, String language) {
        if (segments.isEmpty()) {
            return;
        }
        body.markup("<section class=\"transcript\">\n<h2>Transcript</h2>\n")
                .open("div", "lang", language, "dir", "auto");
        String end = "";
        String block = "";
        String before = "";
        for (JsonNode segment : segments) {
            String role = segment.path("role").asText();
            if (ABOVE.contains(role)) {
                continue;
            }
            String next = segment.path("block").asText();
            if (end.isEmpty() || next.isEmpty() || !next.equals(block)) {
                String name = role.equals("heading") ? "h3" : "p";
                body.markup(end + "\n").open(name, "dir", "auto");
                end = "</" + name + ">";
            } else if (!IDEOGRAPHIC_END.matcher(before).find()) {
                body.text(" ");
            }
            before = segment.path("body").asText();
            block = next;
            String start = seconds(segment.path("startTime").asDouble());
            body.element("span", before, "data-start", start);
        }
        body.markup(end + "\n</div>\n</section>\n");
    }

    private static String seconds(double time) {
        return String.format(Locale.ROOT, "%.2f", time);
    }

    private static String page(String title, String root, Html head, Html body) {
        return new Html()
                .markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .markup(
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .markup(MARK + "\n")
                .element("title", title)
                .markup("\n")
                .open("link", "rel", "stylesheet", "href", root + "parler.css")
                .markup("\n")
                .open("script", "src", root + "parler.js", "defer", "")
                .markup("</script>\n" + head + "</head>\n<body>\n<main>\n" + body)
                .markup("</main>\n</body>\n</html>\n")
                .toString();
    }
}
