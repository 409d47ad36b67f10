package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler status`: how far a conversion is, and its audio when it is done.
@Command(
        name = "status",
        description = {
            "Prints how far a conversion is. With --out it waits for the audio and writes it.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
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
        SuiteSession session = new SuiteSession(startOptions, command, asJson);
        if (!output.isGiven()) {
            return session.show(
                    Optional.empty(), (api, _, _) -> api.conversion(id), StatusCommand::print);
        }
        Optional<Path> file = output.file();
        if (file.isPresent()) {
            output.checkOverwrite(file.get(), command.commandLine().getErr());
        }
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        return session.run(
                Optional.empty(),
                progress,
                suite -> {
                    try (ApiClient api = new ApiClient(suite.origin())) {
                        new AudioWriter(command, output, asJson)
                                .write(suite, api, api.conversionAddress(id), progress);
                        return 0;
                    }
                });
    }

    private static void print(JsonNode state, PrintWriter out) {
        String title = state.path("title").asText(state.path("sourceUrl").asText());
        out.println(title.isEmpty() ? "A post without a title" : title);
        out.println("  Status      " + status(state));
        if (state.has("voice")) {
            out.println("  Voice       " + state.path("voice").asText());
        }
        JsonNode audio = state.path("audio");
        if (!audio.isMissingNode()) {
            out.println(
                    "  Audio       "
                            + audio.path("url").asText()
                            + " ("
                            + TimeFormat.length(audio.path("seconds").asDouble())
                            + ")");
        }
        String player = state.path("links").path("player").asText();
        if (!audio.isMissingNode() && !player.isEmpty()) {
            out.println("  Player      " + player);
        }
    }

    private static String status(JsonNode state) {
        String status = state.path("status").asText();
        JsonNode progress = state.path("progress");
        if (state.has("error")) {
            return status + ": " + new ProblemException(state.path("error")).getMessage();
        }
        return progress.path("total").asLong() > 0 && !status.equals("completed")
                ? String.format(
                        Locale.ROOT,
                        "%s, %,d of %,d characters",
                        status,
                        progress.path("done").asLong(),
                        progress.path("total").asLong())
                : status;
    }
}
