package io.parler.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ParlerCommandTest {
    @TempDir Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nothing | There is no option --nothing.",
                "down | There is no command down.",
                "foo | There is no command foo.",
                "conver | There is no command conver. Did you mean convert?",
                "convert --ouT=x | There is no option --ouT. Did you mean --out?",
                "up --port abc | --port must be a whole number, not abc.",
                "up --port | --port needs a value",
                "up --voice-engine bass | --voice-engine must be mary or tone, not bass.",
                "convert a b | One argument too many: b.",
                "status | ID is missing.",
                "convert ftp://example.org/ | Not a web address: ftp://example.org/",
                "convert --out /nowhere/at/all.mp3 | the folder /nowhere/at does not exist",
                "convert --out - --json | --out - needs the standard output",
                "say Hello --out - | --out - needs the standard output",
                "convert --text /nowhere.txt | /nowhere.txt can't be read",
                "convert http://example.org/ --text x | not both",
                "convert --title x | --title needs --text",
                "read ftp://example.org/ | Not a web address: ftp://example.org/",
                "convert --timing letters | --timing must be sentences or words, not letters.",
                "quote ftp://example.org/ | Not a web address: ftp://example.org/",
                "quote --out x | There is no option --out.",
                "voices de | One argument too many: de.",
                "read --say coffee=read | --say must be PART=HOW, not coffee",
                "read --say code=loud | read, announce or skip",
                "read --pronunciations /nowhere.json | /nowhere.json can't be read",
            })
    void wrongUsageExitsWith2AndAMessage(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(message).startsWith("parler: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpListsTheCommandsAndExitsWith0() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains(
                        "up",
                        "convert",
                        "quote",
                        "read",
                        "voices",
                        "bench",
                        "deploy",
                        "Exit codes");
    }

    @Test
    void aPortInUseIsReportedInOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("up", "--port", port, "--data", data.toString())).isEqualTo(1);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "parler: Port "
                                    + port
                                    + " is in use; choose another one with --port, or stop the process that"
                                    + " uses it.");
        }
    }

    @Test
    void aSuiteThatIsAlreadyRunningIsReported() throws IOException {
        try (ServerSocket suite = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI origin = URI.create("http://127.0.0.1:" + suite.getLocalPort());
            RunningSuite.write(data, origin, origin, origin, origin, origin, List.of());
            assertThat(run("up", "--data", data.toString())).isEqualTo(1);
            assertThat(err.toString()).contains("A suite is already running at " + origin);
        }
    }

    @Test
    void queuesThatAreRefusedOrAwayAreReportedInOneSentence() throws IOException {
        HttpServer queues =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        queues.createContext(
                "/",
                exchange -> {
                    byte[] refusal =
                            "{\"__type\":\"com.amazonaws.sqs#AccessDenied\",\"message\":\"Not you.\"}"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(403, refusal.length);
                    exchange.getResponseBody().write(refusal);
                    exchange.close();
                });
        queues.start();
        URI address = URI.create("http://127.0.0.1:" + queues.getAddress().getPort());
        RunningSuite.write(data, address, address, address, address, address, List.of());
        try {
            assertThat(run("queues", "--data", data.toString())).isEqualTo(1);
        } finally {
            queues.stop(0);
        }
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("parler: The queues can't be read: Not you.");

        err.getBuffer().setLength(0);
        try (ServerSocket suite = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI origin = URI.create("http://127.0.0.1:" + suite.getLocalPort());
            RunningSuite.write(data, origin, origin, address, address, address, List.of());
            assertThat(run("redrive", "x", "--data", data.toString())).isEqualTo(1);
        }
        assertThat(err.toString())
                .startsWith("parler: The queues can't be read: ")
                .doesNotContain("\tat ");
    }

    @Test
    void aStaleRunFileIsIgnored() throws IOException {
        Files.writeString(
                data.resolve("run.json"), "{\"origin\":\"http://127.0.0.1:1\",\"pid\":1}");
        assertThat(RunningSuite.find(data)).isEmpty();
        Files.writeString(data.resolve("run.json"), "{");
        assertThat(RunningSuite.find(data)).isEmpty();
    }

    private int run(String... arguments) {
        CommandLine command = ParlerCommand.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
