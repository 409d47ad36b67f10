package io.parler.bench.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ConvertBenchIT {
    /// Without latency the calls before the timed run would exceed the rate limit if unpaced.
    @Test
    void timesAndMemoryAreReported() {
        var out = new StringWriter();

        int code =
                new CommandLine(new ConvertBench())
                        .setOut(new PrintWriter(out))
                        .execute(
                                "--characters=5000",
                                "--latency=0",
                                "--store-latency=0",
                                "--memory=900",
                                "--polly=../polly-local/target/polly-local.jar");

        assertThat(code).isZero();
        assertThat(out.toString())
                .contains("times the minimum", "all cached", "sequential")
                .containsPattern(Pattern.compile("900 characters, .* h of audio: .* MB live"));
    }
}
