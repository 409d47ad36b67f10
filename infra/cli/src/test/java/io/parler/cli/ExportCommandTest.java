package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `export` against answers that an installation would give.
class ExportCommandTest {
    private static final String TRANSCRIPT =
            """
            {"version":"1.0.0","segments":[
              {"startTime":0.5,"body":"The kettle test","role":"title"},
              {"startTime":2.0,"body":"Water & tea.","block":"b1"},
              {"startTime":3.25,"body":"<b>It boils.</b>","block":"b1"},
              {"startTime":5.0,"body":"Later","block":"b2","role":"heading"},
              {"startTime":6.0,"body":"水开了。","block":"b3"},
              {"startTime":7.0,"body":"喝茶。","block":"b3"}]}
            """;

    @TempDir Path data;
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(data);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void aRecordingIsExportedWithAllThatBelongsToIt() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts();

        assertThat(export()).isZero();

        Path recording = folder.resolve("audio/a1");
        assertThat(recording.resolve("the-kettle-test.mp3")).hasContent("sound");
        assertThat(recording.resolve("transcript.vtt")).hasContent("WEBVTT");
        assertThat(recording.resolve("transcript.json")).hasContent(TRANSCRIPT);
        assertThat(recording.resolve("chapters.json")).content().contains("Later");
        assertThat(recording.resolve("index.html"))
                .content()
                .contains("<h1 lang=\"en-GB\" dir=\"auto\">Tea &amp; kettles</h1>")
                .contains(
                        "<audio controls=\"\" preload=\"none\" src=\"the-kettle-test.mp3\"></audio>")
                .contains(
                        "<a href=\"the-kettle-test.mp3#t=5.00\" data-start=\"5.00\" dir=\"auto\">Later</a>")
                .contains("Water &amp; tea.</span> <span")
                .contains("&lt;b&gt;It boils.&lt;/b&gt;")
                .contains("<h3 dir=\"auto\"><span data-start=\"5.00\">Later</span></h3>")
                .contains("水开了。</span><span")
                .doesNotContain("data-start=\"0.50\"");
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("<a href=\"audio/a1/index.html\" lang=\"en-GB\" dir=\"auto\">Tea &amp;");
        assertThat(folder.resolve("parler.css")).isNotEmptyFile();
        assertThat(folder.resolve("parler.js")).isNotEmptyFile();
        assertThat(out.toString())
                .contains("Exported 1 recording (1 new) and 0 podcasts to " + folder)
                .doesNotContain("Feeds", "Private");
        assertThat(err.toString()).contains("exported: 0 of 1 recordings");
    }

    @Test
    void whatIsThereAlreadyIsNotDownloadedAgain() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts();
        assertThat(export()).isZero();
        List<Path> first = files();
        suite.clear();
        suite.asked().clear();

        library("a1");
        recording("a1", "");
        podcasts();

        assertThat(export()).isZero();
        assertThat(suite.asked())
                .containsExactly("/v1/library?limit=100", "/v1/conversions/a1", "/v1/podcasts");
        assertThat(files()).isEqualTo(first);
        assertThat(out.toString()).contains("(0 new)");
    }

    @Test
    void audioOfAnotherSizeIsDownloadedAgain() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts();
        Path audio = folder.resolve("audio/a1/the-kettle-test.mp3");
        Files.createDirectories(audio.getParent());
        Files.writeString(audio, "sou");

        assertThat(export()).isZero();

        assertThat(audio).hasContent("sound");
    }

    @Test
    void oneThatCannotBeExportedIsNamedAndTheRestIsExported() throws Exception {
        library("gone", "../up", "a1");
        suite.on(
                "/v1/conversions/gone",
                404,
                "{\"type\":\"/problems/conversion-not-found\",\"title\":\"There is no such conversion\"}");
        recording("a1", "");
        podcasts();

        assertThat(export()).isEqualTo(1);

        assertThat(err.toString())
                .contains("parler: Title of gone: There is no such conversion")
                .contains("parler: Title of ../up: “../up” is not an id.");
        assertThat(folder.resolve("audio/a1/the-kettle-test.mp3")).hasContent("sound");
        assertThat(out.toString()).contains("Exported 1 recording");
    }

    @Test
    void privateRecordingsAreInAFolderOfTheirOwn() throws Exception {
        library("a1", "p1");
        recording("a1", "");
        recording("p1", "\"visibility\":\"private\",");
        podcasts();

        assertThat(export()).isZero();

        assertThat(folder.resolve("private/audio/p1/the-kettle-test.mp3")).hasContent("sound");
        assertThat(folder.resolve("private/index.html"))
                .content()
                .contains("audio/p1/index.html")
                .doesNotContain("a1");
        assertThat(folder.resolve("private/parler.css")).isNotEmptyFile();
        assertThat(folder.resolve("index.html")).content().doesNotContain("p1");
        assertThat(out.toString()).contains("What is private is in " + folder.resolve("private"));
    }

    @Test
    void aFeedLeadsToTheNewAddressesAndKeepsItsGuids() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts("public");
        feed(true, item("guid-1", "a1"));
        feed(false, item("guid-2", "elsewhere"));

        assertThat(export("--url", "https://my.site/audio/")).isEqualTo(1);

        String site = "https://my.site/audio/";
        assertThat(folder.resolve("v1/podcasts/pod_a/feed.xml"))
                .content()
                .contains("href=\"" + site + "v1/podcasts/pod_a/feed.xml\" rel=\"self\"")
                .contains("<itunes:image href=\"" + site + "v1/podcasts/pod_a/artwork/5f.png\"/>")
                .contains(site + "audio/a1/the-kettle-test.mp3\"", "length=\"5\"")
                .contains(
                        "transcript type=\"text/vtt\" url=\"" + site + "audio/a1/transcript.vtt\"")
                .contains("<link>" + site + "audio/a1/index.html</link>")
                .contains("<link>https://blog.example.com/</link>")
                .contains(">guid-1</guid>", ">guid-2</guid>")
                .contains(suite.origin() + "/audio/elsewhere/the-kettle-test.mp3")
                .doesNotContain("rel=\"next\"");
        assertThat(folder.resolve("v1/podcasts/pod_a/artwork/5f.png")).hasContent("picture");
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("href=\"v1/podcasts/pod_a/feed.xml\"");
        assertThat(err.toString()).contains("parler: Tea: 1 episode keeps its address");
        assertThat(out.toString()).contains("They lead to https://my.site/audio;");
        assertThat(suite.asked()).contains("/v1/podcasts/pod_a/feed.xml?page=2");
    }

    @Test
    void withoutANewAddressAFeedKeepsThoseOfToday() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts("public");
        feed(false, item("guid-1", "a1"));

        assertThat(export()).isZero();

        assertThat(folder.resolve("v1/podcasts/pod_a/feed.xml"))
                .content()
                .contains(suite.origin() + "/audio/a1/the-kettle-test.mp3", ">guid-1</guid>");
        assertThat(out.toString()).contains("They keep today's addresses");
    }

    @Test
    void aPrivatePodcastIsReadWithItsSecretAndStaysPrivate() throws Exception {
        library("a1");
        recording("a1", "");
        podcasts("private");
        feed(false, item("guid-1", "a1"));

        assertThat(export("--url", "https://my.site")).isZero();

        assertThat(suite.asked()).contains("/v1/podcasts/pod_a/feed.xml?secret=s");
        assertThat(folder.resolve("private/v1/podcasts/pod_a/feed.xml"))
                .content()
                .contains("https://my.site/private/v1/podcasts/pod_a/feed.xml")
                .contains("https://my.site/audio/a1/the-kettle-test.mp3")
                .doesNotContain("secret");
        assertThat(folder.resolve("index.html")).content().doesNotContain("pod_a");
        assertThat(folder.resolve("v1")).doesNotExist();
    }

    @Test
    void anotherInstallationIsAskedWithTheKey() throws Exception {
        try (FakeSuite other = FakeSuite.start(data)) {
            other.on("/v1/library", 200, "{\"conversions\":[]}");
            other.on("/v1/podcasts", 200, "{\"podcasts\":[]}");

            assertThat(export("--from", other.origin().toString(), "--key", "plr_k")).isZero();

            assertThat(other.authorizations()).containsExactly("Bearer plr_k", "Bearer plr_k");
        }
        assertThat(suite.asked()).isEmpty();
    }

    @Test
    void anotherSiteIsNotOverwritten() throws Exception {
        Files.writeString(folder.resolve("index.html"), "<h1>My blog</h1>");

        assertThat(export()).isEqualTo(2);

        assertThat(err.toString()).contains("has another site's index.html");
        assertThat(folder.resolve("index.html")).hasContent("<h1>My blog</h1>");
    }

    @Test
    void aWrongAddressIsSaid() {
        assertThat(export("--url", "my.site/audio")).isEqualTo(2);
        assertThat(export("--url", "https://my.site/?a=b")).isEqualTo(2);

        assertThat(err.toString()).contains("--url my.site/audio is not an address");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/audio/1/tea-time.mp3, tea-time.mp3",
        "https://a.example/audio/1/..%2F..%2Fup.mp3, up.mp3",
        "https://a.example/audio/1/.., -.mp3",
        "https://a.example/audio/1/a%20b%3A%00c.mp3, a-b-c.mp3",
        "https://a.example/audio/1/index.html, index-html.mp3",
    })
    void aNameIsSafeOnEveryFileSystem(URI address, String name) {
        assertThat(Export.fileName(address, ".mp3")).isEqualTo(name);
    }

    private int export(String... options) {
        List<String> all = Stream.concat(Stream.of(options), Stream.of(folder.toString())).toList();
        return suite.run(out, err, "export", all.toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private void library(String... ids) {
        String entries =
                String.join(
                        ",",
                        Stream.of(ids)
                                .map(
                                        id ->
                                                "{\"id\":\"%s\",\"title\":\"Title of %s\",\"status\":\"completed\",\"bytes\":5}"
                                                        .formatted(id, id))
                                .toList());
        suite.on(
                "/v1/library",
                200,
                "{\"conversions\":[{\"id\":\"f1\",\"status\":\"failed\"}," + entries + "]}");
    }

    /// @param more fields of the state
    private void recording(String id, String more) {
        String files = suite.origin() + "/audio/" + id;
        suite.on(
                "/v1/conversions/" + id,
                200,
                """
                {"id":"%1$s",%2$s"status":"completed","title":"Tea & kettles","language":"en-GB",
                 "audio":{"url":"%3$s/the-kettle-test.mp3","seconds":74.9,"bytes":5},
                 "transcript":{"vttUrl":"%3$s/transcript.vtt","jsonUrl":"%3$s/transcript.json"},
                 "chaptersUrl":"%3$s/chapters.json"}
                """
                        .formatted(id, more, files));
        suite.on("/audio/" + id + "/the-kettle-test.mp3", 200, "sound");
        suite.on("/audio/" + id + "/transcript.vtt", 200, "WEBVTT");
        suite.on("/audio/" + id + "/transcript.json", 200, TRANSCRIPT);
        suite.on(
                "/audio/" + id + "/chapters.json",
                200,
                """
                {"version":"1.2.0","chapters":[{"startTime":0,"title":"Tea"},{"startTime":5,"title":"Later"}]}
                """);
    }

    private void podcasts(String... visibilities) {
        String podcasts =
                String.join(
                        ",",
                        Stream.of(visibilities)
                                .map(
                                        visibility ->
                                                """
                                                {"id":"pod_a","title":"Tea","language":"en","visibility":"%1$s",
                                                 "feedUrl":"%2$s/v1/podcasts/pod_a/feed.xml%3$s",
                                                 "artworkUrl":"%2$s/v1/podcasts/pod_a/artwork/5f.png"}
                                                """
                                                        .formatted(
                                                                visibility,
                                                                suite.origin(),
                                                                visibility.equals("private")
                                                                        ? "?secret=s"
                                                                        : ""))
                                .toList());
        suite.on("/v1/podcasts", 200, "{\"podcasts\":[" + podcasts + "]}");
        suite.on("/v1/podcasts/pod_a/artwork/5f.png", 200, "picture");
    }

    private void feed(boolean hasNext, String items) {
        suite.on(
                "/v1/podcasts/pod_a/feed.xml",
                200,
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" version="2.0">
                  <channel>
                    <title>Tea &amp; more</title>
                    <link>https://blog.example.com/</link>
                    <itunes:image href="%1$s/v1/podcasts/pod_a/artwork/5f.png" />
                    <atom:link rel="self" href="%1$s/v1/podcasts/pod_a/feed.xml" />
                    %2$s
                    %3$s
                  </channel>
                </rss>
                """
                        .formatted(
                                suite.origin(),
                                hasNext
                                        ? "<atom:link rel=\"next\" href=\"%s/v1/podcasts/pod_a/feed.xml?page=2\" />"
                                                .formatted(suite.origin())
                                        : "",
                                items));
    }

    private String item(String guid, String id) {
        return """
        <item>
          <title>Kettles</title>
          <link>%1$s/v1/conversions/%3$s/player</link>
          <guid isPermaLink="false">%2$s</guid>
          <enclosure url="%1$s/audio/%3$s/the-kettle-test.mp3" length="5" type="audio/mpeg" />
          <podcast:transcript url="%1$s/audio/%3$s/transcript.vtt" type="text/vtt" />
        </item>
        """
                .formatted(suite.origin(), guid, id);
    }
}
