package io.parler.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
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
        PrintWriter out = command.commandLine().getOut();
        Progress progress = new Progress(command.commandLine().getErr());
        return new WithSuite(choices, command, asJson)
                .run(
                        post.url(),
                        progress,
                        suite -> {
                            try (ParlerApi api = new ParlerApi(suite.origin())) {
                                progress.say("reading…");
                                JsonNode script = api.script(post.request(api, suite.origin()));
                                progress.end();
                                if (asJson) {
                                    out.println(script.toPrettyString());
                                } else {
                                    new Ledger(out).print(script);
                                }
                                out.flush();
                                return 0;
                            }
                        });
    }
}
