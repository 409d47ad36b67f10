package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler follow`: follows a blog, lists the blogs that are followed, and ends that.
@Command(
        name = "follow",
        description = {
            "Follows a blog: each of its new posts is converted by itself.",
            "Feeds are polled while the suite runs (./parler up)."
        },
        mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {
    /// As the API has it.
    private static final int MAX_OPML_BYTES = 256 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The address of a blog or of its feed.")
    private @Nullable String url;

    @Option(names = "--list", description = "Lists the blogs that are followed.")
    private boolean lists;

    @Option(
            names = "--opml",
            paramLabel = "FILE",
            description = "Follows the feeds of an OPML file, as feed readers export it.")
    private @Nullable Path opml;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description =
                    "Writes the blogs that are followed as an OPML file; - is the standard output.")
    private @Nullable Path exported;

    @Option(names = "--force", description = "With --export: replaces the file if it exists.")
    private boolean force;

    @Option(
            names = "--remove",
            paramLabel = "URL|ID",
            description = "Follows this blog no more: its feed's address, or the id in the list.")
    private @Nullable String removed;

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description = "A voice for all posts. Default: one for each post's language.")
    private @Nullable String voice;

    @Option(names = "--respeak", description = "Converts edited posts again.")
    private boolean respeaks;

    @Option(
            names = "--posts-per-day",
            paramLabel = "N",
            description = "Converts at most N posts a day (default: 10); more wait.")
    private @Nullable Integer postsPerDay;

    @Option(
            names = "--latest",
            paramLabel = "N",
            description = "Also converts the newest N posts that are there (default: 0).")
    private @Nullable Integer latest;

    @Option(names = "--json", description = "Prints the answer as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        String address = url;
        String ended = removed;
        Path in = opml;
        Path target = exported;
        long things = Stream.of(address, ended, in, target).filter(Objects::nonNull).count();
        if (things + (lists ? 1 : 0) != 1) {
            throw UsageMessage.error(
                    command,
                    "Name a blog's URL, or use one of --list, --remove, --opml and --export.");
        }
        boolean hasSettings = voice != null || respeaks || postsPerDay != null || latest != null;
        if (address == null && hasSettings) {
            throw UsageMessage.error(
                    command, "--voice, --respeak, --posts-per-day and --latest need a blog's URL.");
        }
        if (target != null && asJson) {
            throw UsageMessage.error(command, "--export writes OPML: it doesn't go with --json.");
        }
        if (target == null && force) {
            throw UsageMessage.error(command, "--force is for --export.");
        }
        SuiteSession session = new SuiteSession(startOptions, command, asJson);
        if (in != null) {
            return followAll(session, command, in);
        }
        if (target != null) {
            return export(session, command, target);
        }
        if (address != null) {
            return session.show(
                    Optional.of(address),
                    (api, _, _) -> api.follow(request(address)),
                    FollowCommand::printFollowed);
        }
        if (ended != null) {
            return session.show(
                    Optional.empty(),
                    (api, _, _) -> unfollow(api, ended),
                    (subscription, out) ->
                            out.println(
                                    subscription.path("feedUrl").asText()
                                            + " is not followed any more."));
        }
        return session.show(
                Optional.empty(), (api, _, _) -> api.subscriptions(), FollowCommand::printList);
    }

    private ObjectNode request(String address) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("feedUrl", address);
        if (voice != null) {
            request.put("voice", voice);
        }
        if (respeaks) {
            request.put("respeak", true);
        }
        if (postsPerDay != null) {
            request.put("postsPerDay", postsPerDay);
        }
        if (latest != null) {
            request.put("convertLatest", latest);
        }
        return request;
    }

    /// 1 if a feed could not be followed.
    private int followAll(SuiteSession session, CommandSpec command, Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw UsageMessage.error(command, "--opml: " + file + " can't be read.");
        }
        if (Files.size(file) > MAX_OPML_BYTES) {
            throw UsageMessage.error(command, "--opml: an OPML file may have 256 KB.");
        }
        byte[] bytes = Files.readAllBytes(file);
        AtomicBoolean all = new AtomicBoolean(true);
        int code =
                session.show(
                        Optional.empty(),
                        (api, _, progress) -> {
                            progress.show("reading the feeds…");
                            JsonNode result = api.followAll(bytes);
                            for (JsonNode feed : result.path("feeds")) {
                                all.compareAndSet(true, !feed.has("problem"));
                            }
                            return result;
                        },
                        FollowCommand::printImported);
        return code == 0 && !all.get() ? 1 : code;
    }

    private static void printImported(JsonNode result, PrintWriter out) {
        for (JsonNode feed : result.path("feeds")) {
            String url = feed.path("feedUrl").asText();
            switch (feed.path("status").asText()) {
                case "added" -> out.println("followed now      " + url);
                case "followed" -> out.println("followed already  " + url);
                default ->
                        out.println(
                                "not followed      "
                                        + url
                                        + ": "
                                        + feed.path("problem").path("detail").asText());
            }
        }
    }

    private int export(SuiteSession session, CommandSpec command, Path file) throws IOException {
        boolean isStandardOutput = file.toString().equals("-");
        if (!isStandardOutput && !force && Files.exists(file)) {
            OutputOptions.askToReplace(
                    file,
                    command.commandLine().getErr(),
                    "add --force to replace it, or name another file.");
        }
        return session.run(
                Optional.empty(),
                new ProgressDisplay(command.commandLine().getErr()),
                suite -> {
                    try (ApiClient api = new ApiClient(suite.origin())) {
                        byte[] list = api.followedOpml();
                        PrintWriter out = command.commandLine().getOut();
                        if (isStandardOutput) {
                            out.print(new String(list, StandardCharsets.UTF_8));
                        } else {
                            Files.write(file, list);
                            out.println(file);
                        }
                        out.flush();
                        return 0;
                    }
                });
    }

    private static JsonNode unfollow(ApiClient api, String urlOrId) throws IOException {
        for (JsonNode subscription : api.subscriptions()) {
            if (subscription.path("id").asText().equals(urlOrId)
                    || subscription.path("feedUrl").asText().equals(urlOrId)) {
                api.unfollow(subscription.path("id").asText());
                return subscription;
            }
        }
        throw new CommandException(
                urlOrId + " is not followed; ./parler follow --list shows what is.");
    }

    private static void printFollowed(JsonNode subscription, PrintWriter out) {
        String title = subscription.path("title").asText();
        String feedUrl = subscription.path("feedUrl").asText();
        out.println("Following " + (title.isEmpty() ? feedUrl : title + " (" + feedUrl + ")"));
        out.println("The blog can call this address when it has published; it is shown once:");
        out.println("  " + subscription.path("hookUrl").asText());
    }

    private static void printList(JsonNode subscriptions, PrintWriter out) {
        if (subscriptions.isEmpty()) {
            out.println("No blog is followed.");
            return;
        }
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Feed"),
                        TextTable.Column.left("Voice"),
                        TextTable.Column.left("Last post"),
                        TextTable.Column.left("State"),
                        TextTable.Column.left("Id"));
        for (JsonNode subscription : subscriptions) {
            table.row(
                    subscription.path("feedUrl").asText(),
                    subscription.path("voice").asText("by language"),
                    subscription.path("lastPostAt").asText("none yet"),
                    state(subscription),
                    subscription.path("id").asText());
        }
        table.print(out, "");
    }

    private static String state(JsonNode subscription) {
        if (subscription.path("paused").asBoolean()) {
            return "paused";
        }
        return subscription.path("problem").path("detail").asText("followed");
    }
}
