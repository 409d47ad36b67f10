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

/// `parler read`: what would be said of a post, without a voice.
@Command(
        name = "read",
        description = {
            "Prints what would be said of a post: each part, read, announced or skipped, and why.",
            "No voice is asked. Uses the suite that runs already, or starts one meanwhile."
        },
        mixinStandardHelpOptions = true)
final class Read implements Callable<Integer> {
    @Mixin private PostChoices post = new PostChoices();

    @Option(names = "--json", description = "Prints the script as JSON and nothing else.")
    private boolean asJson;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        post.check(command);
        return new WithSuite(choices, command, asJson)
                .show(
                        post.url(),
                        (api, origin, progress) -> {
                            progress.say("reading…");
                            return api.script(post.request(api, origin));
                        },
                        (script, out) -> new Ledger(out).print(script));
    }
}
