package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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

/// `parler collections`: quotes, approves and follows the conversion of many posts at once.
@Command(
        name = "collections",
        description = {
            "Converts many posts of a feed in the background, for one price.",
            "Without anything: lists the collections. They are worked on while the suite runs (./parler up)."
        },
        mixinStandardHelpOptions = true)
final class CollectionsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "URL|ID",
            description =
                    "A blog or its feed, to quote its posts; or the id of a collection, to show it.")
    private @Nullable String subject;

    @Option(
            names = "--latest",
            paramLabel = "N",
            description = "With a URL: the newest N posts (default: all, and 500 at most).")
    private @Nullable Integer latest;

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description =
                    "With a URL: a voice for all posts. Default: one for each post's language.")
    private @Nullable String voice;

    @Option(names = "--approve", description = "With an ID: converts its posts for its price.")
    private boolean approves;

    @Option(names = "--pause", description = "With an ID: starts no further post for now.")
    private boolean pauses;

    @Option(names = "--resume", description = "With an ID: goes on.")
    private boolean resumes;

    @Option(names = "--cancel", description = "With an ID: converts no further post.")
    private boolean cancels;

    @Option(names = "--json", description = "Prints the answer as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        List<String> actions = actions();
        String given = subject;
        boolean isUrl = given != null && given.contains("://");
        if (actions.size() > 1
                || (!actions.isEmpty() && (given == null || isUrl))
                || ((latest != null || voice != null) && !isUrl)) {
            throw UsageMessage.error(
                    command,
                    "Name a URL, with --latest and --voice; or an ID, with one of --approve, --pause, --resume and --cancel.");
        }
        SuiteSession session = new SuiteSession(startOptions, command, asJson);
        if (given == null) {
            return session.show(
                    Optional.empty(),
                    (api, _, _) -> api.collections(),
                    CollectionsCommand::printList);
        }
        if (isUrl) {
            return session.show(
                    Optional.of(given),
                    (api, _, _) -> api.createCollection(request(given)),
                    CollectionsCommand::print);
        }
        return session.show(
                Optional.empty(),
                (api, _, _) ->
                        actions.isEmpty()
                                ? api.collection(given)
                                : api.changeCollection(given, actions.getFirst()),
                CollectionsCommand::print);
    }

    private List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (approves) {
            actions.add("approve");
        }
        if (pauses) {
            actions.add("pause");
        }
        if (resumes) {
            actions.add("resume");
        }
        if (cancels) {
            actions.add("cancel");
        }
        return actions;
    }

    private ObjectNode request(String feedUrl) {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put("feedUrl", feedUrl);
        if (latest != null) {
            request.put("latest", latest);
        }
        if (voice != null) {
            request.put("voice", voice);
        }
        return request;
    }

    private static void printList(JsonNode collections, PrintWriter out) {
        if (collections.isEmpty()) {
            out.println("There is no collection.");
            return;
        }
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Feed"),
                        TextTable.Column.left("Status"),
                        TextTable.Column.left("Price"),
                        TextTable.Column.left("Id"));
        for (JsonNode collection : collections) {
            table.row(
                    collection.path("title").asText(collection.path("feedUrl").asText()),
                    collection.path("status").asText(),
                    price(collection),
                    collection.path("id").asText());
        }
        table.print(out, "");
    }

    private static String price(JsonNode collection) {
        JsonNode quote = collection.path("quote");
        return quote.isMissingNode()
                ? "not yet known"
                : String.format(
                        Locale.ROOT,
                        "%,d characters, $%s",
                        quote.path("characters").asLong(),
                        quote.path("price").path("amount").asText());
    }

    private static void print(JsonNode collection, PrintWriter out) {
        String id = collection.path("id").asText();
        JsonNode progress = collection.path("progress");
        out.println(
                collection.path("title").asText(collection.path("feedUrl").asText())
                        + ": "
                        + collection.path("status").asText());
        out.println("  Price: " + price(collection));
        out.println(
                String.format(
                        Locale.ROOT,
                        "  Posts: %d, of which %d are converted and %d failed",
                        progress.path("total").asInt(),
                        progress.path("completed").asInt(),
                        progress.path("failed").asInt()));
        if (collection.has("problem")) {
            out.println("  " + collection.path("problem").asText());
        }
        for (JsonNode post : collection.path("posts")) {
            if (post.has("problem")) {
                out.println(
                        "  " + post.path("title").asText() + ": " + post.path("problem").asText());
            }
        }
        switch (collection.path("status").asText()) {
            case "preparing" -> out.println("When it has a price: ./parler collections " + id);
            case "awaiting-approval" ->
                    out.println("To convert them: ./parler collections " + id + " --approve");
            default -> {}
        }
    }
}
