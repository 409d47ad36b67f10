package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `list`, `status`, `retry` and `delete` against answers a suite would give.
class LibraryCommandsTest {
    private static final String LIBRARY =
            """
            {"conversions":[
              {"id":"3","title":"The kettle test","status":"completed","seconds":74.9,"createdAt":"2026-11-20T10:15:30Z"},
              {"id":"2","sourceUrl":"https://example.org/post","status":"failed","createdAt":"2026-11-19T10:15:30Z",
               "problem":{"type":"/problems/site-timeout","title":"The site did not answer in time"},
               "request":{"source":{"url":"https://example.org/post"},"voice":"Amy"}}],
             "nextCursor":"more"}
            """;
    private static final String OLDER =
            """
            {"conversions":[
              {"id":"1","title":"A note","status":"failed","createdAt":"2026-11-18T10:15:30Z",
               "problem":{"type":"/problems/speech-refused","title":"The voice refused the text"}}]}
            """;

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder);
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void theLibraryIsListedToItsEndWithWhatFailed() {
        library();

        assertThat(run("list")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "Id   Requested          Status        Length   Post",
                        "3    2026-11-20 10:15   completed   1:14 min   The kettle test",
                        "2    2026-11-19 10:15   failed                 https://example.org/post: The site did not"
                                + " answer in time",
                        "1    2026-11-18 10:15   failed                 A note: The voice refused the text");
        assertThat(suite.asked())
                .containsExactly("/v1/library?limit=100", "/v1/library?limit=100&cursor=more");
    }

    @Test
    void theListIsFilteredAndAsLongAsWanted() {
        library();

        assertThat(run("list", "--status", "failed", "--limit", "1")).isZero();

        assertThat(out.toString())
                .contains("https://example.org/post")
                .doesNotContain("kettle", "A note");
        assertThat(suite.asked()).hasSize(1);
    }

    @Test
    void theStatusSaysHowFarAConversionIs() {
        suite.on(
                "/v1/conversions/7",
                200,
                """
                {"id":"7","status":"processing","title":"The kettle test","progress":{"done":500,"total":1000}}
                """);

        assertThat(run("status", "7")).isZero();

        assertThat(out.toString())
                .contains("The kettle test", "  Status      processing, 500 of 1,000 characters");
    }

    @Test
    void theAudioIsWaitedForAndWritten() {
        completed("7");
        Path file = folder.resolve("a.mp3");

        assertThat(run("status", "7", "--out", file.toString())).isZero();

        assertThat(file).hasContent("sound");
    }

    @Test
    void anUnknownConversionIsReported() {
        suite.on(
                "/v1/conversions/7",
                404,
                "{\"type\":\"/problems/conversion-not-found\",\"title\":\"There is no such conversion\"}");

        assertThat(run("status", "7")).isEqualTo(1);

        assertThat(err.toString()).contains("parler: There is no such conversion");
    }

    @Test
    void aFailedConversionIsRequestedAgainAsItWas() {
        library();
        suite.on("/v1/conversions", 202, "{\"id\":\"7\"}");
        completed("7");
        Path file = folder.resolve("a.mp3");

        assertThat(run("retry", "2", "--out", file.toString())).isZero();

        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"url\":\"https://example.org/post\"},\"voice\":\"Amy\"}");
        assertThat(file).hasContent("sound");
    }

    @Test
    void whatCannotBeRequestedAgainIsSaid() {
        library();
        assertThat(run("retry", "3")).isEqualTo(1);
        assertThat(err.toString()).contains("has not failed: it is completed");

        library();
        assertThat(run("retry", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("./parler convert --text FILE");

        library();
        assertThat(run("retry", "9")).isEqualTo(1);
        assertThat(err.toString()).contains("no conversion 9");
        assertThat(suite.posted()).isEmpty();
    }

    @Test
    void aConversionIsDeletedAfterAConfirmation() {
        for (String answer : new String[] {"n\n", "y\n"}) {
            suite.clear();
            suite.on("/v1/conversions/7", 200, "{\"title\":\"The kettle test\"}");
            suite.on("/v1/conversions/7", 204, "");
            InputStream before = System.in;
            System.setIn(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
            try {
                assertThat(run("delete", "7")).isZero();
            } finally {
                System.setIn(before);
            }
        }

        assertThat(out.toString())
                .contains("Delete “The kettle test” and its audio for good?")
                .contains("was not deleted.", "“The kettle test” is deleted.");
    }

    @Test
    void theVersionIsThatOfTheChangelog() throws Exception {
        Path changelog = folder.resolve("CHANGELOG.md");
        Files.writeString(changelog, "# Changelog\n\n## 0.9.0 (soon)\n\n## 0.8.0\n");

        assertThat(new ReleaseVersion(changelog).getVersion())
                .containsExactly("parler 0.9.0 (soon)");
    }

    private void library() {
        suite.clear();
        suite.on("/v1/library", 200, LIBRARY);
        suite.on("/v1/library", 200, OLDER);
    }

    private void completed(String id) {
        suite.on(
                "/v1/conversions/" + id,
                200,
                """
                {"id":"%s","status":"completed","title":"The kettle test","audio":{"url":"%s/audio/%s/a.mp3","seconds":74.9,"bytes":5}}
                """
                        .formatted(id, suite.origin(), id));
        suite.on("/audio/" + id + "/a.mp3", 200, "sound");
    }

    private int run(String command, String... arguments) {
        return suite.run(out, err, command, arguments);
    }
}
