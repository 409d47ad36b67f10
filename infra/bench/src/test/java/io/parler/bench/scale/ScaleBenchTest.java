package io.parler.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ScaleBenchTest {
    @Test
    void eachLoadHasItsFirstQuota() {
        String printed = run("--conversions-per-day=10,1000000", "--simulate=2000");

        assertThat(printed)
                .contains("10 a day: no quota is exceeded")
                .containsPattern("1M a day: exceeds \\d quotas, first 'voice: calls a second'")
                .containsPattern("1,000,000  the largest account +[0-9]+ +[0-9.]+ (s|min)");
    }

    @Test
    void aQuotaThatIsRaisedIsNoLongerTheFirst() {
        String printed =
                run(
                        "--conversions-per-day=1000000",
                        "--simulate=2000",
                        "--polly-tps=10000",
                        "--polly-in-flight=10000",
                        "--workers=1000");

        assertThat(printed).contains("first 'API of status: requests a second'");
    }

    @Test
    void eachLimitNamesItsSource() {
        String printed = run("--conversions-per-day=10", "--sources");

        assertThat(printed)
                .contains("https://docs.aws.amazon.com/polly/latest/dg/limits.html")
                .contains("services/conversion/template.yaml, MaximumConcurrency");
    }

    @Test
    void impossibleValuesAreRefused() {
        StringWriter err = new StringWriter();

        int code =
                new CommandLine(new ScaleBench())
                        .setErr(new PrintWriter(err))
                        .execute("--workers=0");

        assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).contains("a count must be at least 1");
    }

    /// The guide has the output of the command without options.
    @Test
    void theGuideHasTheFiguresThatTheCommandPrints() throws IOException {
        assertThat(Files.readString(Path.of("../../docs/scale.md")))
                .contains(run().stripTrailing());
    }

    private static String run(String... options) {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new ScaleBench()).setOut(new PrintWriter(out)).execute(options);
        assertThat(code).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }
}
