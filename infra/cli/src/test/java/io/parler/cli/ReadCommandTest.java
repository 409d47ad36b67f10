package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command against answers a suite would give.
class ReadCommandTest {
    private static final String SCRIPT =
            """
            {"title":"The kettle test","language":"en-GB","characters":1203,"seconds":74.9,
             "passages":[
              {"block":"title","role":"title","text":"The kettle test"},
              {"block":"a","role":"text","text":"%s"},
              {"block":"b","role":"announcement","text":"Code example, 2 lines of SQL","said":"Code example, 2 lines of S Q L"}],
             "ledger":[
              {"block":"a","kind":"paragraph","text":"not shown, as it is said otherwise","spoken":"read"},
              {"block":"b","kind":"code","text":"kettle.boil();","spoken":"announced","reason":"program text is not read aloud"},
              {"block":"c","kind":"listItem","text":"Share this","spoken":"skipped","reason":"leads elsewhere"}]}
            """
                    .formatted("A watched kettle boils. ".repeat(8).strip());

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = FakeSuite.start(folder);
        suite.on("/v1/posts", 404, "{\"type\":\"/problems/no-feed\",\"title\":\"No feed\"}");
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void everyBlockIsShownWithItsTreatment() {
        suite.on("/v1/scripts", 200, SCRIPT);

        assertThat(read("https://example.org/post", "--say", "quotes=read", "--include", "c"))
                .isZero();

        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"url\":\"https://example.org/post\"},\"options\":{\"quotes\":\"read\",\"include\":[\"c\"]}}");
        assertThat(out.toString())
                .contains("● The kettle test")
                .contains("● A watched kettle boils. A watched")
                .contains("◐ Code example, 2 lines of S Q L")
                .contains("    code: program text is not read aloud")
                .contains("○ Share this")
                .contains("    list item: leads elsewhere (--include c)")
                .contains(
                        "● read 1   ◐ announced 1   ○ skipped 1   1,203 characters, about 1:14 min, English")
                .doesNotContain("not shown");
    }

    @Test
    void noLineIsWiderThanATerminal() {
        suite.on("/v1/scripts", 200, SCRIPT);

        read("https://example.org/post");

        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 96);
        assertThat(out.toString()).contains(System.lineSeparator() + "  ");
    }

    @Test
    void withJsonTheScriptIsPrintedAsReceived() {
        suite.on("/v1/scripts", 200, SCRIPT);

        assertThat(read("https://example.org/post", "--json")).isZero();

        assertThat(out.toString()).startsWith("{").contains("\"language\" : \"en-GB\"");
    }

    @Test
    void aPageWithoutAnArticleExitsWith1AndItsReason() {
        suite.on(
                "/v1/scripts",
                422,
                """
                {"type":"/problems/no-article","title":"No article on that page","detail":"Nothing reads as a post."}
                """);

        assertThat(read("https://example.org/tags")).isEqualTo(1);

        assertThat(err.toString())
                .contains("parler: No article on that page: Nothing reads as a post.");
        assertThat(out.toString()).isEmpty();
    }

    private int read(String... arguments) {
        return suite.run(out, err, "read", arguments);
    }
}
