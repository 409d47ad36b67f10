package io.parler.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler read`: the script of a source.
@Command(
        name = "read",
        description = {
            "Prints the script of a post: each part, whether it is read, announced or skipped, and why.",
            "Nothing is synthesized. Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    @Mixin private SourceOptions source = new SourceOptions();

    @Option(names = "--json", description = "Prints the script as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        source.validate(command);
        return new SuiteSession(startOptions, command, asJson)
                .show(
                        source.url(),
                        (api, origin, progress) -> {
                            progress.show("reading…");
                            return api.script(source.request(api, origin));
                        },
                        (script, out) -> new ScriptPrinter(out).print(script));
    }
}
