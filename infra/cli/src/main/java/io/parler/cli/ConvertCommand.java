package io.parler.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler convert`: converts one post to an MP3 file.
@Command(
        name = "convert",
        description = {
            "Converts a post to an MP3 file.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    /// Of a collection, as the API has it.
    private static final int MAX_POSTS = 500;

    @Mixin private SourceOptions source = new SourceOptions();

    @Option(
            names = "--all",
            description =
                    "Converts all posts of the feed at URL (500 at most), for one price; see"
                            + " ./parler collections.")
    private boolean all;

    @Option(
            names = "--latest",
            paramLabel = "N",
            description = "Converts the newest N posts of the feed at URL, for one price.")
    private int latest;

    @Option(names = "--yes", description = "With --all or --latest: converts without asking.")
    private boolean yes;

    @Mixin private OutputOptions output = new OutputOptions();

    @Mixin private VoiceOptions voice = new VoiceOptions();

    @Option(
            names = "--private",
            description = "Only your account can see the conversion and listen to it.")
    private boolean isPrivate;

    @Option(names = "--json", description = "Prints the result as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        source.validate(command);
        output.validate(command, asJson);
        if (all || latest > 0) {
            return convertFeed(command);
        }
        Optional<Path> file = output.file();
        if (file.isPresent()) {
            output.checkOverwrite(file.get(), command.commandLine().getErr());
        }
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        return new SuiteSession(startOptions, command, asJson)
                .run(
                        source.url(),
                        progress,
                        suite -> {
                            convert(suite, command, progress);
                            return 0;
                        });
    }

    private void convert(
            SuiteSession.Connection suite, CommandSpec command, ProgressDisplay progress)
            throws IOException {
        try (ApiClient api = new ApiClient(suite.origin())) {
            progress.show("reading…");
            ObjectNode request = source.request(api, suite.origin());
            addChoices(request);
            URI conversion = api.convert(request, UUID.randomUUID().toString());
            new AudioWriter(command, output, asJson).write(suite, api, conversion, progress);
        }
    }

    private int convertFeed(CommandSpec command) throws IOException {
        if (source.isText() || output.isGiven() || asJson) {
            throw UsageMessage.error(
                    command,
                    "--all and --latest are for a feed, and write a file for each post: they don't go"
                            + " with --text, --out or --json.");
        }
        if (latest > MAX_POSTS && !all) {
            throw UsageMessage.error(command, "--latest: " + MAX_POSTS + " posts at most.");
        }
        PrintWriter err = command.commandLine().getErr();
        ProgressDisplay progress = new ProgressDisplay(err);
        return new SuiteSession(startOptions, command, false)
                .run(
                        source.url(),
                        progress,
                        suite -> {
                            try (ApiClient api = new ApiClient(suite.origin())) {
                                progress.show("reading…");
                                String feed =
                                        source.url().orElse(suite.origin() + "/sample/feed.xml");
                                ObjectNode request = source.collectionRequest(feed);
                                if (latest > 0 && !all) {
                                    request.put("latest", latest);
                                }
                                addChoices(request);
                                return new FeedConversion(
                                                api,
                                                new AudioWriter(command, output, false),
                                                suite,
                                                command.commandLine().getOut(),
                                                err,
                                                RequestRetry::sleep)
                                        .convert(request, yes, progress);
                            }
                        });
    }

    private void addChoices(ObjectNode request) {
        voice.addTo(request);
        if (isPrivate) {
            request.withObject("/options").put("visibility", "private");
        }
    }
}
