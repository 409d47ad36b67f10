package io.parler.cli;

import io.parler.local.SuiteOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of each command that may start a suite.
final class StartOptions {
    enum Engine {
        mary,
        tone
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all data (default: .parler beside this command).")
    private @Nullable Path data;

    @Option(
            names = "--allow",
            paramLabel = "HOST_OR_NETWORK",
            description = {
                "A host (name, name:port) or network (10.0.0.0/8) to allow although it is not public;"
                        + " repeatable."
            })
    private List<String> allow = new ArrayList<>();

    @Option(
            names = "--cloud",
            paramLabel = "URL",
            description =
                    "An AWS-compatible endpoint for DynamoDB, SQS, SNS and S3 instead of the"
                            + " built-in engines.")
    private @Nullable URI cloud;

    @Option(
            names = "--voice-engine",
            paramLabel = "ENGINE",
            description =
                    "mary synthesizes speech, tone only a tone, but fast (default: ${DEFAULT-VALUE}).",
            defaultValue = "mary")
    private Engine voiceEngine = Engine.mary;

    Path data() {
        return folder(data);
    }

    /// The data folder: the given one, or `.parler` beside the command.
    static Path folder(@Nullable Path data) {
        return (data == null ? home().resolve(".parler") : data).toAbsolutePath().normalize();
    }

    List<String> allow() {
        return allow;
    }

    /// @param publicOrigin the address that the suite gives to others, if it isn't its own
    SuiteOptions options(
            int port, Optional<URI> publicOrigin, boolean fresh, boolean processes, boolean usage) {
        return new SuiteOptions(
                home().resolve("infra/suite.yaml"),
                data(),
                port,
                publicOrigin,
                fresh,
                Map.of("allow", String.join(",", allow)),
                Optional.ofNullable(cloud),
                List.of(
                        LocalPolly.service(
                                home().resolve("infra/polly-local/target/polly-local.jar"),
                                voiceEngine.name())),
                processes,
                usage);
    }

    /// The project's folder, as set by the launcher.
    static Path home() {
        return Path.of(System.getProperty("parler.home", "")).toAbsolutePath().normalize();
    }
}
