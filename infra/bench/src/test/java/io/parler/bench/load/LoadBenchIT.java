package io.parler.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// A short form: each kind of request for a moment, and a queue of a few accounts.
class LoadBenchIT {
    @Test
    void requestsAndWaitsAreReported() {
        var out = new StringWriter();

        int code =
                new CommandLine(new LoadBench())
                        .setOut(new PrintWriter(out))
                        .execute(
                                "--rounds=1",
                                "--seconds=1",
                                "--conversions=24",
                                "--accounts=4",
                                "--patience=8",
                                "--data=target/load",
                                "--home=../..");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains("GET status", "GET posts (cached)", "GET player page", "0 failed")
                .containsPattern(Pattern.compile("large / others: p50 [0-9.]+, p99 [0-9.]+"));
    }
}
