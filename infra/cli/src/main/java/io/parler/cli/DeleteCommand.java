package io.parler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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

/// `parler delete`: deletes conversions with their audio.
@Command(
        name = "delete",
        description = {
            "Deletes conversions with their audio, after a confirmation.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "ID",
            description = "The ids, as ./parler list prints them.")
    private List<String> ids = List.of();

    @Option(names = "--yes", description = "Deletes them without asking.")
    private boolean yes;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        return new SuiteSession(startOptions, command, false)
                .run(
                        Optional.empty(),
                        progress,
                        suite -> {
                            try (ApiClient api = new ApiClient(suite.origin())) {
                                progress.end();
                                delete(api, out);
                                return 0;
                            }
                        });
    }

    private void delete(ApiClient api, PrintWriter out) throws IOException {
        for (String id : ids) {
            String title = api.conversion(id).path("title").asText(id);
            if (yes || Confirmation.ask(out, "Delete “" + title + "” and its audio for good?")) {
                api.delete(id);
                out.println("“" + title + "” is deleted.");
            } else {
                out.println("“" + title + "” was not deleted.");
            }
            out.flush();
        }
    }
}
