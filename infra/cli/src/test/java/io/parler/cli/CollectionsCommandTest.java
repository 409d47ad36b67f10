package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against responses that a suite would give.
class CollectionsCommandTest {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String COLLECTION =
            """
            {"id":"%s","feedUrl":"https://blog.example.com/","title":"Harbour","latest":50,"status":"awaiting-approval",
             "quote":{"characters":41250,"price":{"currency":"USD","amount":0.66}},
             "progress":{"total":2,"completed":0,"failed":1,"billedCharacters":0},
             "posts":[{"url":"https://blog.example.com/1","title":"First","status":"failed","problem":"The page has no article."},
              {"url":"https://blog.example.com/2","title":"Second","status":"waiting"}]}\
            """
                    .formatted(ID);

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

    private int collections(String... arguments) {
        return suite.run(out, err, "collections", arguments);
    }

    @Test
    void thePostsOfAFeedAreQuoted() {
        suite.on("/v1/collections", 202, COLLECTION);

        assertThat(collections("https://blog.example.com/", "--latest", "50", "--voice", "Joanna"))
                .isZero();

        assertThat(suite.posted())
                .containsExactly(
                        "{\"feedUrl\":\"https://blog.example.com/\",\"latest\":50,\"voice\":\"Joanna\"}");
        assertThat(out.toString())
                .contains("Harbour: awaiting-approval")
                .contains("41,250 characters, $0.66")
                .contains("Posts: 2, of which 0 are converted and 1 failed")
                .contains("First: The page has no article.")
                .contains("./parler collections " + ID + " --approve");
    }

    @Test
    void aCollectionIsApproved() {
        suite.on("/v1/collections/" + ID, 200, COLLECTION.replace("awaiting-approval", "running"));

        assertThat(collections(ID, "--approve")).isZero();

        assertThat(out.toString()).contains("Harbour: running").doesNotContain("--approve");
    }

    @Test
    void theCollectionsAreListed() {
        suite.on("/v1/collections", 200, "{\"collections\":[" + COLLECTION + "]}");

        assertThat(collections()).isZero();

        assertThat(out.toString()).contains("Harbour", "awaiting-approval", "$0.66", ID);
    }

    @Test
    void anActionNeedsACollectionAndAFeedTakesNone() {
        assertThat(collections("--cancel")).isEqualTo(2);
        assertThat(collections(ID, "--cancel", "--pause")).isEqualTo(2);
        assertThat(collections("https://blog.example.com/", "--approve")).isEqualTo(2);
        assertThat(collections(ID, "--latest", "3")).isEqualTo(2);
    }
}
