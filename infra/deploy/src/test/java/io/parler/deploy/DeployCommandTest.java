package io.parler.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployCommandTest {
    private static final String CERTIFICATE = "arn:aws:acm:eu-west-1:1:certificate/1";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--nothing | Unknown option",
                "stattus | Unmatched argument",
                "destroy --keep-audio --export-audio x | mutually exclusive",
                "status --only edge | Unknown option",
            })
    void wrongUsageExitsWith2AndAMessage(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(message).startsWith("parler: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--domain x.example | --domain and --certificate go together",
                "--domain x --certificate y | x is not a domain",
                "--domain x.example --certificate " + CERTIFICATE + " | us-east-1",
                "--set Size=1 | write SERVICE.Parameter=VALUE",
                "--only shop | There is no stack shop; there are",
                "--only status --stage Prod | \"Prod\" is not a stage",
                "--stage Prod | \"Prod\" is not a stage",
                "destroy --stage 1 | \"1\" is not a stage",
            })
    void anInvalidValueIsOneSentence(String arguments, String message) {
        System.setProperty("parler.home", "../..");

        assertThat(run(arguments.split(" ", -1))).isEqualTo(1);
        assertThat(err.toString()).contains(message).startsWith("parler: ").hasLineCount(1);
    }

    @Test
    void helpListsTheCommandsAndExitsWith0() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("status", "destroy", "--dry-run", "Exit codes");
    }

    private int run(String... arguments) {
        return DeployCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
