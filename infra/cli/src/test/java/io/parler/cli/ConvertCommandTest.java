package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against answers a suite would give.
class ConvertCommandTest {
    private static final String NO_FEED =
            "{\"type\":\"/problems/no-feed\",\"title\":\"No feed\",\"status\":404}";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder, "10.0.0.1");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void aPostIsConvertedToAFileAndSummarized() throws IOException {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        suite.on(
                "/v1/conversions/7",
                200,
                "{\"status\":\"processing\",\"progress\":{\"done\":50,\"total\":100}}");
        completed();
        Path file = folder.resolve("my.mp3");
        assertThat(convert("https://example.org/post", "--out", file.toString())).isZero();
        assertThat(suite.posted())
                .containsExactly("{\"source\":{\"url\":\"https://example.org/post\"}}");
        assertThat(file).hasContent("sound");
        assertThat(out.toString())
                .contains(
                        "The kettle test",
                        "1:14 min",
                        "450 KB",
                        "1,003 (billed: 903)",
                        "polly:Joanna:neural")
                .contains(suite.origin() + "/v1/conversions/7/player");
        assertThat(err.toString()).contains("converted: 50 of 100 characters");
    }

    @Test
    void aFileIsReplacedOnlyWithForce() throws IOException {
        Path file = Files.writeString(folder.resolve("a.mp3"), "precious");

        assertThat(convert("https://example.org/a", "--out", file.toString())).isEqualTo(1);

        assertThat(err.toString())
                .contains("a.mp3 exists and was not replaced; add --force", "--out");
        assertThat(file).hasContent("precious");
        assertThat(suite.posted()).as("nothing is converted first").isEmpty();

        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        assertThat(convert("https://example.org/a", "--out", file.toString(), "--force")).isZero();
        assertThat(file).hasContent("sound");
    }

    @Test
    void theAudioIsWrittenToTheStandardOutputAlone() {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(convert("https://example.org/a", "--out", "-")).isZero();
        } finally {
            System.setOut(before);
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("sound");
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("The kettle test", "standard output");
        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void whoInterruptsIsToldWhatGoesOnAndHowToGetIt() {
        URI origin = suite.origin();
        assertThat(
                        AudioWriter.interruptNote(
                                new SuiteSession.Connection(origin, origin, false), "7"))
                .isEqualTo(
                        "The conversion goes on. To get its audio: ./parler status 7 --out FILE");
        assertThat(
                        AudioWriter.interruptNote(
                                new SuiteSession.Connection(origin, origin, true), "7"))
                .startsWith("The conversion has stopped with this command.")
                .endsWith("./parler status 7 --out FILE");
    }

    @Test
    void aFeedUrlMeansItsNewestPost() {
        suite.on(
                "/v1/posts",
                200,
                """
                {"feed":{"feedUrl":"https://example.org/feed.xml"},"posts":[{"url":"https://example.org/new"}]}
                """);
        accepted();
        completed();
        assertThat(convert("https://example.org/feed.xml", "--out", folder + "/a.mp3")).isZero();
        assertThat(suite.posted())
                .containsExactly("{\"source\":{\"url\":\"https://example.org/new\"}}");
    }

    @Test
    void aPostThatLinksToAFeedIsStillThatPost() {
        suite.on(
                "/v1/posts",
                200,
                """
                {"feed":{"feedUrl":"https://example.org/feed.xml","siteUrl":"https://example.org/"},"posts":[{"url":"https://example.org/new"}]}
                """);
        suite.on("/v1/article", 200, "{\"title\":\"Old\"}");
        accepted();
        completed();
        assertThat(convert("https://example.org/old", "--out", folder + "/a.mp3")).isZero();
        assertThat(suite.posted())
                .containsExactly("{\"source\":{\"url\":\"https://example.org/old\"}}");
    }

    @Test
    void withJsonOnlyJsonIsPrinted() {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        assertThat(convert("https://example.org/a", "--json", "--out", folder + "/a.mp3")).isZero();
        assertThat(out.toString())
                .startsWith("{")
                .contains("\"title\" : \"The kettle test\"", "\"seconds\" : 74.952");
    }

    @Test
    void aFailedConversionExitsWith1AndItsReason() {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        suite.on(
                "/v1/conversions/7",
                200,
                """
                {"status":"failed","error":{"type":"/problems/no-article","title":"No article on that page","detail":"Nothing reads as a post."}}
                """);
        assertThat(convert("https://example.org/tags", "--out", folder + "/a.mp3")).isEqualTo(1);
        assertThat(err.toString())
                .contains("parler: No article on that page: Nothing reads as a post.");
        assertThat(out.toString()).isEmpty();
        assertThat(folder.resolve("a.mp3")).doesNotExist();
    }

    @Test
    void aRejectedPrivateAddressShowsTheOptionToAllowIt() {
        suite.on(
                "/v1/posts",
                422,
                """
                {"type":"/problems/url-not-allowed","title":"That address may not be read","detail":"It is not public."}
                """);
        assertThat(convert("http://127.0.0.1:8000/post")).isEqualTo(1);
        assertThat(err.toString())
                .contains("That address may not be read: It is not public.")
                .contains("./parler up --allow 127.0.0.1:8000");
    }

    @Test
    void allowingMoreThanTheRunningSuiteAllowsIsAnError() {
        assertThat(convert("http://10.0.0.2/post", "--allow", "10.0.0.1", "--allow", "10.0.0.2"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("started without --allow 10.0.0.2; stop it first.");
        assertThat(suite.posted()).isEmpty();
    }

    @Test
    void aTextFileIsTitledByItsNameOrTheTitleOption() throws IOException {
        Path text = Files.writeString(folder.resolve("A note.txt"), "Hello.");
        accepted();
        completed();
        assertThat(convert("--text", text.toString(), "--voice", "Amy", "--out", folder + "/a.mp3"))
                .isZero();
        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"title\":\"A note\",\"text\":\"Hello.\"},\"voice\":\"Amy\"}");
    }

    @Test
    void optionsAndPronunciationsAreSentWithTheRequest() throws IOException {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        Path rules =
                Files.writeString(
                        folder.resolve("rules.json"),
                        "{\"rules\":[{\"text\":\"SQL\",\"letters\":true}]}");
        assertThat(
                        convert(
                                "https://example.org/a",
                                "--say",
                                "code=skip",
                                "--say",
                                "tables=read",
                                "--pronunciations",
                                rules.toString(),
                                "--out",
                                folder + "/a.mp3"))
                .isZero();
        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"url\":\"https://example.org/a\"},\"options\":{\"code\":\"skip\","
                                + "\"tables\":\"read\",\"pronunciations\":[{\"text\":\"SQL\",\"letters\":true}]}}");
    }

    @Test
    void wordTimesCanBeRequested() {
        suite.on("/v1/posts", 404, NO_FEED);
        accepted();
        completed();
        assertThat(
                        convert(
                                "https://example.org/a",
                                "--timing",
                                "words",
                                "--out",
                                folder + "/a.mp3"))
                .isZero();
        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"url\":\"https://example.org/a\"},\"options\":{\"timing\":\"words\"}}");
    }

    @Test
    void pronunciationsThatAreNotJsonAreAnError() throws IOException {
        suite.on("/v1/posts", 404, NO_FEED);
        Path rules = Files.writeString(folder.resolve("rules.json"), "SQL = letters");
        assertThat(convert("https://example.org/a", "--pronunciations", rules.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("rules.json is not JSON").doesNotContain("\tat ");
    }

    private void accepted() {
        suite.on("/v1/conversions", 202, "{\"id\":\"7\",\"status\":\"queued\"}");
    }

    private void completed() {
        suite.on(
                "/v1/conversions/7",
                200,
                """
                {"id":"7","status":"completed","title":"The kettle test","voice":"polly:Joanna:neural","characters":1003,"billedCharacters":903,
                 "audio":{"url":"http://elsewhere/audio/7/the-kettle-test.mp3","seconds":74.952,"bytes":450006}}
                """);
        suite.on("/audio/7/the-kettle-test.mp3", 200, "sound");
    }

    private int convert(String... arguments) {
        return suite.run(out, err, "convert", arguments);
    }
}
