package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler retry`: converts a post again whose conversion failed.
@Command(
        name = "retry",
        description = {
            "Requests a failed conversion again, with the same voice and options, and writes its audio.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class RetryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The id, as ./parler list prints it.")
    private String id = "";

    @Mixin private OutputOptions output = new OutputOptions();

    @Option(names = "--json", description = "Prints the result as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        output.validate(command, asJson);
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        return new SuiteSession(startOptions, command, asJson)
                .run(
                        Optional.empty(),
                        progress,
                        suite -> {
                            try (ApiClient api = new ApiClient(suite.origin())) {
                                URI conversion =
                                        api.convert(request(api), UUID.randomUUID().toString());
                                new AudioWriter(command, output, asJson)
                                        .write(suite, api, conversion, progress);
                                return 0;
                            }
                        });
    }

    private JsonNode request(ApiClient api) throws IOException {
        JsonNode entry =
                api.libraryEntry(id)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                "The library has no conversion "
                                                        + id
                                                        + "; ./parler list prints the ids."));
        if (!entry.path("status").asText().equals("failed")) {
            throw new CommandException(
                    "That conversion has not failed: it is "
                            + entry.path("status").asText()
                            + ". To convert the post again: ./parler convert URL");
        }
        if (!entry.has("request")) {
            throw new CommandException(
                    "The request is not stored, because it was a text: ./parler convert --text FILE");
        }
        return entry.path("request");
    }
}
