package io.parler.bench.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import picocli.CommandLine;

@EnabledOnOs(OS.LINUX)
class ColdStartBenchIT {
    @Test
    void aFunctionsArchiveAnswersUnderTheRuntimeInterfaceClient() {
        var out = new StringWriter();

        int code =
                new CommandLine(new ColdStartBench())
                        .setOut(new PrintWriter(out))
                        .execute("--rounds=1", "--function=StatusApi", "--services=../../services");

        assertThat(code).isZero();
        assertThat(out.toString())
                .containsPattern("floor +0\\.0 +[0-9]+ +1\\.00")
                .containsPattern(
                        "StatusApi +[5-9]\\.[0-9] +[0-9]+ +[0-9.]+ +[1-9][0-9]+ +[1-9][0-9]+")
                .containsPattern("StatusApi, restored +[5-9]\\.[0-9] +[0-9]+ +[0-9.]+ ");
    }
}
