package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/// `convert --all` and `--latest` against answers a suite would give.
class FeedConversionTest {
    private static final String FEED = "https://example.org/feed.xml";
    private static final String COLLECTION = "/v1/collections/c1";
    private static final String AUDIO = "/audio/1/feed-conversion-test-1.mp3";

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Duration> pauses = new ArrayList<>();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        suite.close();
        Files.deleteIfExists(Path.of("feed-conversion-test-1.mp3"));
        Files.deleteIfExists(Path.of("feed-conversion-test-2.mp3"));
    }

    @Test
    void allPostsOfAFeedHaveOnePriceAndAFileEach() {
        suite.on("/v1/collections", 202, collection("preparing"));
        suite.on(COLLECTION, 200, collection("awaiting-approval", waiting(1), waiting(2)));
        suite.on(COLLECTION, 200, collection("running", completed(1), waiting(2)));
        suite.on(COLLECTION, 200, collection("completed", completed(1), completed(2)));
        audio(1);
        audio(2);

        assertThat(run("--all", "--voice", "Amy", "--yes")).isZero();

        assertThat(err.toString()).contains("working out the price…", "converted: 1 of 2 posts");
        assertThat(out.toString())
                .contains("2 posts, 2,000 characters: $0.032")
                .containsOnlyOnce("Post 1: feed-conversion-test-1.mp3")
                .containsOnlyOnce("Post 2: feed-conversion-test-2.mp3");
        assertThat(Path.of("feed-conversion-test-2.mp3")).hasContent("sound 2");
        assertThat(suite.posted())
                .containsExactly("{\"feedUrl\":\"" + FEED + "\",\"voice\":\"Amy\"}");
    }

    @Test
    void nothingIsConvertedWithoutAYes() {
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 200, collection("cancelling", waiting(1)));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("--latest", "1")).isZero();
        } finally {
            System.setIn(before);
        }

        assertThat(out.toString())
                .contains("1 post, 1,000 characters", "Convert them?", "Nothing was converted.");
        assertThat(suite.posted()).containsExactly("{\"feedUrl\":\"" + FEED + "\",\"latest\":1}");
    }

    @Test
    void aPostThatFailsIsNamedAndTheOthersAreConverted() {
        String failed = post(1, "failed", ",\"problem\":\"No article on that page.\"");
        suite.on("/v1/collections", 202, collection("awaiting-approval", failed, waiting(2)));
        suite.on(COLLECTION, 200, collection("completed", failed, completed(2)));
        audio(2);

        assertThat(run("--all", "--yes")).isEqualTo(1);

        assertThat(err.toString()).containsOnlyOnce("parler: Post 1: No article on that page.");
        assertThat(out.toString()).contains("1 post,", "Post 2: feed-conversion-test-2.mp3");
    }

    @Test
    void aFeedThatCannotBeReadIsNamed() {
        suite.on(
                "/v1/collections",
                202,
                collection("failed").replace("\"id\"", "\"problem\":\"There is no feed.\",\"id\""));

        assertThat(run("--all", "--yes")).isEqualTo(1);

        assertThat(err.toString()).contains("parler: There is no feed.");
    }

    @Test
    void aFeedAtAPrivateAddressShowsTheOptionToAllowIt() {
        suite.on(
                "/v1/collections",
                202,
                collection("failed").replace("\"id\"", "\"problem\":\"It is not public.\",\"id\""));
        suite.on(
                "/v1/posts",
                422,
                """
                {"type":"/problems/url-not-allowed","title":"That address may not be read","detail":"It is not public."}
                """);

        assertThat(run("--all", "--yes")).isEqualTo(1);

        assertThat(err.toString())
                .containsOnlyOnce("It is not public.")
                .contains("./parler up --allow example.org");
    }

    @Test
    void aCollectionOfWhichNoPostWasConvertedSaysSo() {
        String failed = post(1, "failed", ",\"problem\":\"No article on that page.\"");
        suite.on("/v1/collections", 202, collection("preparing"));
        suite.on(
                COLLECTION,
                200,
                collection("failed", failed)
                        .replace("\"id\"", "\"problem\":\"None was converted.\",\"id\""));

        assertThat(run("--all", "--yes")).isEqualTo(1);

        assertThat(err.toString())
                .contains(
                        "parler: Post 1: No article on that page.", "parler: None was converted.");
        assertThat(suite.asked()).containsExactly(COLLECTION);
    }

    @Test
    void aFileThatIsThereStays() throws IOException {
        Files.writeString(Path.of("feed-conversion-test-1.mp3"), "precious");
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 200, collection("completed", completed(1)));
        audio(1);

        assertThat(run("--latest", "1", "--yes")).isZero();

        assertThat(out.toString()).contains("exists and was not replaced");
        assertThat(Path.of("feed-conversion-test-1.mp3")).hasContent("precious");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndTheOthersAreWritten() throws IOException {
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1), waiting(2)));
        suite.on(COLLECTION, 200, collection("completed", completed(1), completed(2)));
        suite.on("/v1/conversions/1", 410, "{\"title\":\"The conversion was deleted\"}");
        audio(2);

        assertThat(convert()).isEqualTo(1);

        assertThat(err.toString()).containsOnlyOnce("parler: Post 1: The conversion was deleted");
        assertThat(out.toString()).contains("Post 2: feed-conversion-test-2.mp3");
        assertThat(Path.of("feed-conversion-test-2.mp3")).hasContent("sound 2");
    }

    @Test
    void aRequestThatFailsForNowIsSentAgain() throws IOException {
        suite.on("/v1/collections", 202, collection("preparing"));
        suite.on(COLLECTION, 503, "");
        suite.cut(COLLECTION);
        suite.on(COLLECTION, 429, "{\"title\":\"Too many requests\"}");
        suite.on(COLLECTION, 200, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 200, collection("completed", completed(1)));
        suite.cut("/v1/conversions/1");
        suite.on(AUDIO, 503, "");
        audio(1);
        audio(1);

        assertThat(convert()).isZero();

        assertThat(Path.of("feed-conversion-test-1.mp3")).hasContent("sound 1");
        assertThat(pauses).extracting(Duration::toSeconds).containsExactly(1L, 1L, 2L, 4L, 1L, 2L);
    }

    @Test
    void itEndsAfterAMinuteWithoutAnAnswerAndSaysThatTheCollectionGoesOn() {
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 200, collection("running", waiting(1)));
        for (int i = 0; i < 7; i++) {
            suite.on(COLLECTION, 503, "");
        }

        assertThatThrownBy(this::convert)
                .isInstanceOf(ProblemException.class)
                .hasMessage("/v1/collections/c1 answered 503.");

        assertThat(err.toString())
                .containsOnlyOnce("The collection goes on: ./parler collections c1 shows it.");
        assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isEqualTo(61);
    }

    @Test
    void beforeTheYesItSaysThatNothingIsConverted() {
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 422, "{\"title\":\"The month's quota is used up\"}");

        assertThatThrownBy(this::convert).isInstanceOf(ProblemException.class);

        assertThat(err.toString())
                .containsOnlyOnce(
                        "Nothing is converted yet: ./parler collections c1 --approve converts it,"
                                + " --cancel ends it.")
                .doesNotContain("goes on");
    }

    @Test
    void aPauseIsShown() throws IOException {
        suite.on("/v1/collections", 202, collection("awaiting-approval", waiting(1)));
        suite.on(COLLECTION, 200, collection("paused", waiting(1)));
        suite.on(COLLECTION, 200, collection("cancelled", waiting(1)));

        assertThat(convert()).isEqualTo(1);

        assertThat(err.toString()).contains("paused").doesNotContain("converted: ");
    }

    @Test
    void aFeedWithoutPostsIsNamed() {
        suite.on("/v1/collections", 202, collection("completed"));

        assertThat(run("--all", "--yes")).isEqualTo(1);

        assertThat(err.toString()).contains("parler: There is no post to convert.");
    }

    @Test
    void itIsForFeedsAndFilesOnly() {
        assertThat(run("--all", "--out", folder + "/a.mp3")).isEqualTo(2);

        assertThat(err.toString()).contains("they don't go with --text, --out or --json");

        assertThat(run("--latest", "501")).isEqualTo(2);

        assertThat(err.toString()).contains("--latest: 500 posts at most.");
    }

    private static String collection(String status, String... posts) {
        long completed =
                Arrays.stream(posts).filter(post -> post.contains("\"completed\"")).count();
        return String.format(
                Locale.ROOT,
                """
                {"id":"c1","feedUrl":"https://example.org/feed.xml","status":"%s",
                 "quote":{"characters":%d,"price":{"currency":"USD","amount":%s}},
                 "progress":{"total":%d,"completed":%d,"failed":0},"posts":[%s]}
                """,
                status,
                posts.length * 1000,
                posts.length == 2 ? "0.032" : "0.016",
                posts.length,
                completed,
                String.join(",", posts));
    }

    private static String waiting(int number) {
        return post(number, "waiting", ",\"quote\":{}");
    }

    private static String completed(int number) {
        return post(number, "completed", ",\"quote\":{},\"conversionId\":\"" + number + "\"");
    }

    private static String post(int number, String status, String more) {
        return """
        {"url":"https://example.org/NUMBER","title":"Post NUMBER","status":"%s"%s}"""
                .formatted(status, more)
                .replace("NUMBER", Integer.toString(number));
    }

    private void audio(int id) {
        suite.on(
                "/v1/conversions/" + id,
                200,
                """
                {"id":"ID","status":"completed","audio":{"url":"ORIGIN/audio/ID/feed-conversion-test-ID.mp3"}}
                """
                        .replace("ORIGIN", suite.origin().toString())
                        .replace("ID", Integer.toString(id)));
        suite.on("/audio/" + id + "/feed-conversion-test-" + id + ".mp3", 200, "sound " + id);
    }

    /// Converts without asking, and without pauses.
    private int convert() throws IOException {
        PrintWriter errors = new PrintWriter(err, true);
        CommandSpec command = ParlerCommand.commandLine().getCommandSpec();
        try (ApiClient api = new ApiClient(suite.origin())) {
            return new FeedConversion(
                            api,
                            new AudioWriter(command, new OutputOptions(), false),
                            new SuiteSession.Connection(suite.origin(), suite.origin(), false),
                            new PrintWriter(out, true),
                            errors,
                            pauses::add)
                    .convert(
                            JsonNodeFactory.instance.objectNode().put("feedUrl", FEED),
                            true,
                            new ProgressDisplay(errors));
        }
    }

    private int run(String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = FEED;
        System.arraycopy(options, 0, arguments, 1, options.length);
        return suite.run(out, err, "convert", arguments);
    }
}
