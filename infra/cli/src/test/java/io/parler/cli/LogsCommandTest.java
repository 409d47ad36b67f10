package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {
    @TempDir private Path data;

    @BeforeEach
    void writeLogs() throws IOException {
        Files.createDirectory(data.resolve("logs"));
        log(
                "parler-dev-conversion-ConversionWorker",
                line(
                        "10:00:02",
                        "conversion",
                        "INFO",
                        "r1",
                        "event published",
                        "conversion.started.v1",
                        "c1"),
                "{\"_aws\":{}}",
                "Exception in thread main c1",
                line("10:00:04", "conversion", "ERROR", "r2", "no voice", "", "c2"));
        log(
                "parler-dev-post-conversion-PostConversionApi",
                line("10:00:01", "post-conversion", "INFO", "r1", "answered", "", ""),
                line("10:00:03", "post-conversion", "INFO", "r3", "answered", "", ""));
    }

    @Test
    void linesOfAllFunctionsAreInTheOrderOfTime() {
        assertThat(run("logs").lines().map(line -> line.substring(11, 19)))
                .containsExactly("10:00:01", "10:00:02", "10:00:03", "10:00:04");
    }

    @Test
    void aConversionsIdFindsTheWholeRequest() {
        assertThat(run("logs", "c1").lines())
                .containsExactly(
                        "2026-11-28T10:00:01Z PostConversionApi INFO answered  type=  conversionId=",
                        "2026-11-28T10:00:02Z ConversionWorker INFO event published"
                                + "  type=conversion.started.v1  conversionId=c1");
    }

    @Test
    void aCorrelationIdFindsItsLines() {
        assertThat(run("logs", "r3").lines()).hasSize(1);
        assertThat(run("logs", "nobody")).isEmpty();
    }

    @Test
    void errorsAreShownAlone() {
        assertThat(run("logs", "--errors")).contains("ERROR no voice").doesNotContain("INFO");
    }

    @Test
    void linesAsTheyAreForPrograms() {
        assertThat(run("logs", "--json", "c2")).startsWith("{\"timestamp\"").contains("\"c2\"");
    }

    @Test
    void eventsAreListedWithTheirConversion() {
        assertThat(run("events", "c1"))
                .containsPattern("conversion.started.v1 +conversion +c1")
                .doesNotContain("c2");
        assertThat(run("events", "c2")).doesNotContain("started");
    }

    private void log(String function, String... lines) throws IOException {
        Files.writeString(
                data.resolve("logs/" + function + ".log"),
                String.join("\n", lines).replace("FUNCTION", function) + "\n");
    }

    private static String line(
            String time,
            String service,
            String level,
            String request,
            String message,
            String type,
            String conversion) {
        return """
        {"timestamp":"2026-11-28T%sZ","level":"%s","service":"%s","function":"FUNCTION","correlationId":"%s","message":"%s","type":"%s","conversionId":"%s"}"""
                .formatted(time, level, service, request, message, type, conversion);
    }

    private String run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        String[] all = new String[arguments.length + 3];
        all[0] = command;
        all[1] = "--data";
        all[2] = data.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        int code = ParlerCommand.commandLine().setOut(new PrintWriter(out, true)).execute(all);
        assertThat(code).isZero();
        return out.toString();
    }
}
