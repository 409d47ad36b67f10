package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
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

/// `parler podcasts`: the shows with the addresses of their feeds, and what one of them lacks.
@Command(
        name = "podcasts",
        description = {
            "Lists the podcasts with the addresses of their feeds.",
            "With an ID: its episodes, and what directories still ask for."
        },
        mixinStandardHelpOptions = true)
final class PodcastsCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "The id of a podcast, to show it.")
    private @Nullable String id;

    @Option(names = "--json", description = "Prints the answer as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SuiteSession session = new SuiteSession(startOptions, Objects.requireNonNull(spec), asJson);
        String podcast = id;
        return podcast == null
                ? session.show(
                        Optional.empty(), (api, _, _) -> api.podcasts(), PodcastsCommand::printList)
                : session.show(
                        Optional.empty(),
                        (api, _, _) -> api.podcast(podcast),
                        PodcastsCommand::print);
    }

    private static void printList(JsonNode podcasts, PrintWriter out) {
        if (podcasts.isEmpty()) {
            out.println("There is no podcast. The page makes one: Podcasts.");
            return;
        }
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Title"),
                        TextTable.Column.left("Visibility"),
                        TextTable.Column.left("Feed"),
                        TextTable.Column.left("Id"));
        for (JsonNode podcast : podcasts) {
            table.row(
                    podcast.path("title").asText(),
                    podcast.path("visibility").asText(),
                    podcast.path("feedUrl").asText(),
                    podcast.path("id").asText());
        }
        table.print(out, "");
    }

    private static void print(JsonNode podcast, PrintWriter out) {
        int episodes = podcast.path("episodeCount").asInt();
        out.println(podcast.path("title").asText());
        out.println("  Feed      " + podcast.path("feedUrl").asText());
        out.println("  Episodes  " + episodes);
        for (JsonNode episode : podcast.path("episodes")) {
            out.println("    " + episode.path("title").asText());
        }
        for (JsonNode check : podcast.path("checks")) {
            if (!check.path("ok").asBoolean()) {
                out.println(
                        "  To do     "
                                + check.path("rule").asText()
                                + " ("
                                + check.path("by").asText()
                                + ")");
            }
        }
    }
}
