package io.parler.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SpeechBenchIT {
    @Test
    void sentencesAreFoundAndTheLoudnessIsRight() {
        StringWriter out = new StringWriter();

        int code =
                new CommandLine(new SpeechBench())
                        .setOut(new PrintWriter(out))
                        .execute(
                                "--languages=en",
                                "--polly-jar=../polly-local/target/polly-local.jar");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("polly:Joanna:neural +[0-9.]+ +-(18|19)\\.[0-9] +-[1-9]")
                .containsPattern("by pauses: 11, median [1-4]?[0-9] ms");
    }
}
