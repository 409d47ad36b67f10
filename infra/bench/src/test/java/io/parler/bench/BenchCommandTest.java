package io.parler.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anArticleIsWrittenWithAllAndWithTheSpokenText() throws IOException {
        Files.writeString(
                folder.resolve("kettle.html"),
                """
                <html lang=en><head><title>The kettle</title><meta name=author content="Ada Ferrer"></head>
                <body><article><h1>The kettle</h1>
                <p>A kettle that is watched boils, whatever people say, and it boils no later than another.</p>
                <pre><code class=language-java>kettle.boil();</code></pre>
                <p>We have boiled a hundred of them, watched and unwatched, and found no difference at all.</p>
                </article></body></html>
                """);

        JsonNode page =
                run("articles", "kettle\tkettle.html\thttps://example.org/kettle").get("kettle");

        assertThat(page.path("title").asText()).isEqualTo("The kettle");
        assertThat(page.path("byline").asText()).isEqualTo("Ada Ferrer");
        assertThat(page.path("lang").asText()).isEqualTo("en");
        assertThat(page.path("articleBody").asText())
                .contains("kettle.boil();", "no difference at all");
        assertThat(page.path("spokenBody").asText())
                .contains("no difference at all")
                .doesNotContain("boil();");
        assertThat(page.path("milliseconds").asDouble()).isPositive();
        assertThat(out.toString()).contains("Parler", "readability4j", "ratio", "1 of 1");
    }

    @Test
    void aPageWithoutAnArticleIsAnError() throws IOException {
        Files.writeString(folder.resolve("empty.html"), "<html><body></body></html>");

        JsonNode page = run("articles", "empty\tempty.html").get("empty");

        assertThat(page.path("error").asText()).isNotEmpty();
        assertThat(out.toString()).contains("0 of 1");
    }

    @Test
    void aFeedIsWrittenWithItsEntries() throws IOException {
        Files.writeString(
                folder.resolve("feed.xml"),
                """
                <rss version="2.0"><channel><title>Kettles</title><link>https://example.org/</link>
                <item><title>Watched</title><link>https://example.org/watched</link><guid>1</guid>
                <pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate>
                <description>It boils &amp;amp; sings.</description></item></channel></rss>
                """);

        JsonNode feed =
                run("feeds", "kettles\tfeed.xml\thttps://example.org/feed.xml").get("kettles");

        assertThat(feed.at("/feed/title").asText()).isEqualTo("Kettles");
        assertThat(feed.at("/entries/0/link").asText()).isEqualTo("https://example.org/watched");
        assertThat(Instant.parse(feed.at("/entries/0/published").asText()))
                .isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(out.toString()).contains("Parler", "ROME", "ratio", "1 of 1");
    }

    @Test
    void aMissingManifestIsReportedInOneLine() {
        int code = execute("feeds", folder.resolve("nothing.tsv"), folder.resolve("out.json"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("nothing.tsv can't be read").doesNotContain("\tat ");
    }

    private JsonNode run(String what, String manifest) throws IOException {
        Path file = Files.writeString(folder.resolve("manifest.tsv"), manifest);
        Path results = folder.resolve("out.json");
        assertThat(execute(what, file, results)).isZero();
        return new ObjectMapper().readTree(Files.readString(results));
    }

    private int execute(String what, Path manifest, Path results) {
        return BenchCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(what, "--rounds", "1", manifest.toString(), results.toString());
    }
}
