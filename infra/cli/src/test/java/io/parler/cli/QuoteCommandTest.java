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
class QuoteCommandTest {
    private static final String QUOTE =
            """
            {"title":"The kettle test","language":"en","characters":6800,"seconds":449.7,"voice":"polly:Joanna:neural",
             "alreadySpoken":4200,"billable":2600,"price":{"currency":"USD","amount":0.0416},
             "engines":[
              {"voice":"polly:Joanna:neural","engine":"neural","alreadySpoken":4200,"billable":2600,"price":{"currency":"USD","amount":0.0416}},
              {"voice":"polly:Joanna:generative","engine":"generative","alreadySpoken":0,"billable":6800,"price":{"currency":"USD","amount":0.2000}}]}
            """;

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
    void thePriceIsPrintedForEachEngine() {
        suite.on("/v1/quotes", 200, QUOTE);

        assertThat(quote("https://example.org/post")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "The kettle test",
                        "  Characters  6,800 (cached: 4,200, to be billed: 2,600)",
                        "  Length      about 7:30 min",
                        "  Price       $0.0416 with polly:Joanna:neural",
                        "",
                        "  Engine       Cached   To be billed     Price   Voice",
                        "  neural        4,200          2,600   $0.0416   polly:Joanna:neural",
                        "  generative        0          6,800   $0.2000   polly:Joanna:generative");
    }

    @Test
    void theQuoteIsForTheRequestThatWouldBeConverted() {
        suite.on("/v1/quotes", 200, QUOTE);

        quote(
                "https://example.org/post",
                "--say",
                "code=skip",
                "--voice",
                "polly:Amy:neural",
                "--timing",
                "words");

        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"url\":\"https://example.org/post\"},"
                                + "\"options\":{\"code\":\"skip\",\"timing\":\"words\"},\"voice\":\"polly:Amy:neural\"}");
    }

    @Test
    void withJsonTheQuoteIsPrintedAsReceived() {
        suite.on("/v1/quotes", 200, QUOTE);

        assertThat(quote("https://example.org/post", "--json")).isZero();

        assertThat(out.toString()).startsWith("{").contains("\"billable\" : 2600");
    }

    @Test
    void aRefusalExitsWith1AndItsReason() {
        suite.on(
                "/v1/quotes",
                422,
                """
                {"type":"/problems/unknown-voice","title":"No such voice","detail":"There is no voice Nobody."}
                """);

        assertThat(quote("https://example.org/post", "--voice", "Nobody")).isEqualTo(1);

        assertThat(err.toString()).contains("parler: No such voice: There is no voice Nobody.");
        assertThat(out.toString()).isEmpty();
    }

    private int quote(String... arguments) {
        return suite.run(out, err, "quote", arguments);
    }
}
