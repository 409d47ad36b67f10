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
class SayCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
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
    void theWordsThatAVoiceIsSentArePrinted() {
        suite.on(
                "/v1/scripts",
                200,
                """
                {"title": "…", "passages": [
                  {"text": "It is 25 m².", "said": "It is 25 square meters."}, {"text": "Yes."}]}
                """);

        int code =
                suite.run(
                        out,
                        new StringWriter(),
                        "say",
                        new String[] {"It is 25 m².", "--language", "en-US"});

        assertThat(code).isZero();
        assertThat(out.toString().lines()).containsExactly("It is 25 square meters.", "Yes.");
        assertThat(suite.posted())
                .containsExactly(
                        "{\"source\":{\"title\":\"…\",\"text\":\"It is 25 m².\",\"language\":\"en-US\"}}");
    }
}
