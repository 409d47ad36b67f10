package io.parler.deploy;

import io.parler.deploy.aws.AwsConnection;
import io.parler.deploy.stack.Pause;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.terminal.Output;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Options of every command: which stage, in which account and region.
final class AccountOptions {
    @Option(
            names = "--stage",
            paramLabel = "NAME",
            description = "One of several Parlers in the account; dev without it.")
    private String stage = Stage.DEFAULT;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A profile of ~/.aws/config instead of the default credentials.")
    private @Nullable String profile;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Such as eu-central-1; without it AWS_REGION, or the profile's.")
    private @Nullable String region;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Another cloud with AWS's protocol, for tests.")
    private @Nullable URI endpoint;

    Stage stage() {
        return new Stage(stage);
    }

    /// What a command does with a connection.
    interface Work {
        int run(Cloud cloud, AwsConnection.Identity identity);
    }

    /// Connects, says where, and works.
    int run(CommandSpec command, Work work) {
        try (AwsConnection aws =
                AwsConnection.open(
                        Optional.ofNullable(profile),
                        Optional.ofNullable(region),
                        Optional.ofNullable(endpoint))) {
            Output output = output(command);
            Pause pause = Pause.seconds();
            AwsConnection.Identity identity = aws.identity();
            output.line(
                    "Account "
                            + identity.account()
                            + ", region "
                            + identity.region()
                            + ", stage "
                            + stage().name()
                            + " (as "
                            + identity.arn()
                            + ")");
            output.line("");
            return work.run(
                    new Cloud(
                            aws.stacks(pause),
                            aws.parameters(),
                            aws.objects(),
                            aws.keys(),
                            output,
                            pause,
                            aws.commandOptions()),
                    identity);
        }
    }

    /// The options as an argument of this command again.
    String again() {
        return (stage.equals(Stage.DEFAULT) ? "" : " --stage " + stage)
                + (profile == null ? "" : " --profile " + profile)
                + (region == null ? "" : " --region " + region);
    }

    static Path suiteFile() {
        return Path.of(System.getProperty("parler.home", "."), "infra", "suite.yaml");
    }

    private static Output output(CommandSpec command) {
        Optional<Console> console = Optional.ofNullable(System.console());
        return new Output(
                command.commandLine().getOut(),
                command.commandLine().getErr(),
                console.map(Console::isTerminal).orElse(false),
                new BufferedReader(
                        new InputStreamReader(
                                System.in,
                                console.map(Console::charset).orElse(Charset.defaultCharset()))));
    }
}
