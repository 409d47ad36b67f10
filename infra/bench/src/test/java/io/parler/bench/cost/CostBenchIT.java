package io.parler.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CostBenchIT {
    @Test
    void postsOfARunningSuiteAreCounted() {
        StringWriter out = new StringWriter();

        int code =
                new CommandLine(new CostBench())
                        .setOut(new PrintWriter(out))
                        .execute("--posts=1", "--words=200", "--home=../..");

        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .containsPattern("conversion +ConversionWorker +1\\.0 +[0-9]+ +[0-9.]+")
                .containsPattern("load-post +LoadPostApi +1\\.0")
                .containsPattern("SNS +publication \\(64 KB\\) +[0-9,]+ +0\\.0")
                .containsPattern("DynamoDB +write unit +[0-9,]+ +0\\.0")
                .containsPattern("GB delivered +[0-9.]+ +0\\.0");
    }
}
