package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against responses that a suite would give.
class FollowCommandTest {
    private static final String SUBSCRIPTION =
            """
            {"id":"sub_q7c2mzk4w5tdx3hbf6yaq2ws","feedUrl":"https://blog.example.com/feed.xml","title":"Harbour","options":{},
             "respeak":false,"postsPerDay":10,"paused":false,"hookUrl":"https://parler.example.com/v1/hooks/abc"}\
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

    private int follow(String... arguments) {
        return suite.run(out, err, "follow", arguments);
    }

    @Test
    void aBlogIsFollowedAndItsHookShown() {
        suite.on("/v1/subscriptions", 201, SUBSCRIPTION);

        assertThat(
                        follow(
                                "https://blog.example.com/",
                                "--voice",
                                "Joanna",
                                "--respeak",
                                "--posts-per-day",
                                "3",
                                "--latest",
                                "1"))
                .isZero();

        assertThat(suite.posted())
                .containsExactly(
                        "{\"feedUrl\":\"https://blog.example.com/\",\"voice\":\"Joanna\","
                                + "\"respeak\":true,\"postsPerDay\":3,\"convertLatest\":1}");
        assertThat(out.toString())
                .contains("Following Harbour (https://blog.example.com/feed.xml)")
                .contains("https://parler.example.com/v1/hooks/abc");
    }

    @Test
    void theBlogsThatAreFollowedAreListed() {
        suite.on("/v1/subscriptions", 200, "{\"subscriptions\":[" + SUBSCRIPTION + "]}");

        assertThat(follow("--list")).isZero();

        assertThat(out.toString())
                .contains("https://blog.example.com/feed.xml", "by language", "none yet", "sub_");
    }

    @Test
    void aBlogIsFoundByItsAddressAndFollowedNoMore() {
        suite.on("/v1/subscriptions", 200, "{\"subscriptions\":[" + SUBSCRIPTION + "]}");
        suite.on("/v1/subscriptions/sub_q7c2mzk4w5tdx3hbf6yaq2ws", 204, "");

        assertThat(follow("--remove", "https://blog.example.com/feed.xml")).isZero();

        assertThat(out.toString()).contains("is not followed any more");
        assertThat(suite.asked()).hasSize(2);
    }

    @Test
    void whatIsNotFollowedCanNotBeRemoved() {
        suite.on("/v1/subscriptions", 200, "{\"subscriptions\":[]}");

        assertThat(follow("--remove", "https://other.example/")).isEqualTo(1);

        assertThat(err.toString()).contains("https://other.example/ is not followed");
    }

    @Test
    void theFeedsOfAnOpmlFileAreFollowedAndEachIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.opml"), "<opml/>");
        suite.on(
                "/v1/subscriptions",
                200,
                """
                {"feeds":[{"feedUrl":"https://a.example/","status":"added","subscriptionId":"sub_a"},
                 {"feedUrl":"https://b.example/","status":"followed","subscriptionId":"sub_b"},
                 {"feedUrl":"https://c.example/","status":"invalid","problem":{"detail":"There is no such page."}}]}
                """);

        assertThat(follow("--opml", file.toString())).isEqualTo(1);

        assertThat(suite.posted()).containsExactly("<opml/>");
        assertThat(out.toString())
                .contains("followed now      https://a.example/")
                .contains("followed already  https://b.example/")
                .contains("not followed      https://c.example/: There is no such page.");
        assertThat(follow("--opml", folder + "/nothing.opml")).isEqualTo(2);
    }

    @Test
    void theBlogsThatAreFollowedAreExported() throws IOException {
        suite.on("/v1/subscriptions.opml", 200, "<opml version=\"2.0\"/>");
        suite.on("/v1/subscriptions.opml", 200, "<opml version=\"2.0\"/>");
        Path file = folder.resolve("out.opml");

        assertThat(follow("--export", file.toString())).isZero();
        assertThat(file).hasContent("<opml version=\"2.0\"/>");
        assertThat(follow("--export", "-")).isZero();
        assertThat(out.toString()).contains("<opml version=\"2.0\"/>");
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        suite.on("/v1/subscriptions.opml", 200, "<opml version=\"2.0\"/>");
        Path file = Files.writeString(folder.resolve("out.opml"), "precious");

        assertThat(follow("--export", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains(file + " exists and was not replaced; add --force");
        assertThat(file).hasContent("precious");
        assertThat(suite.asked()).isEmpty();

        assertThat(follow("--export", file.toString(), "--force")).isZero();
        assertThat(file).hasContent("<opml version=\"2.0\"/>");
    }

    @Test
    void aProblemOfAnExportIsShown() {
        suite.on("/v1/subscriptions.opml", 401, "{\"title\":\"A key is needed\"}");

        assertThat(follow("--export", "-")).isEqualTo(1);

        assertThat(err.toString()).contains("parler: A key is needed");
    }

    @Test
    void anOpmlFileIsSentAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.opml"), "<opml/>");
        suite.on("/v1/subscriptions", 200, "{\"feeds\":[]}");

        assertThat(follow("--opml", file.toString())).isZero();

        // API Gateway passes a type that begins with text/ as UTF-8, whatever the file says.
        assertThat(suite.contentTypes()).containsExactly("application/x-opml");
    }

    @Test
    void anOpmlFileThatIsTooLargeIsNotSent() throws IOException {
        Path file = Files.write(folder.resolve("feeds.opml"), new byte[256 * 1024 + 1]);

        assertThat(follow("--opml", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("--opml: an OPML file may have 256 KB.");
        assertThat(suite.posted()).isEmpty();
    }

    @Test
    void anOptionThatWouldDoNothingIsAUsageError() throws IOException {
        Path file = Files.writeString(folder.resolve("feeds.opml"), "<opml/>");
        String opml = file.toString();

        assertThat(follow("--opml", opml, "--voice", "Amy")).isEqualTo(2);
        assertThat(follow("--opml", opml, "--respeak")).isEqualTo(2);
        assertThat(follow("--opml", opml, "--posts-per-day", "3")).isEqualTo(2);
        assertThat(follow("--opml", opml, "--latest", "3")).isEqualTo(2);
        assertThat(follow("--export", "-", "--json")).isEqualTo(2);
        assertThat(follow("--list", "--force")).isEqualTo(2);

        assertThat(suite.posted()).isEmpty();
        assertThat(err.toString()).contains("--latest need a blog's URL.");
    }

    @Test
    void exactlyOneThingIsDone() {
        assertThat(follow()).isEqualTo(2);
        assertThat(follow("https://blog.example.com/", "--list")).isEqualTo(2);
    }
}
