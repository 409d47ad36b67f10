package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import picocli.CommandLine.Spec;

/// `parler list`: the conversions in the library.
@Command(
        name = "list",
        description = {
            "Lists the conversions, newest first.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Status {
        running,
        completed,
        failed
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int limit;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only those that are ${COMPLETION-CANDIDATES}.")
    private @Nullable Status status;

    @Option(names = "--json", description = "Prints the list as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return new SuiteSession(startOptions, Objects.requireNonNull(spec), asJson)
                .show(Optional.empty(), (api, _, _) -> entries(api), ListCommand::print);
    }

    private JsonNode entries(ApiClient api) throws IOException {
        ObjectNode result = JSON.createObjectNode();
        ArrayNode found = result.putArray("conversions");
        api.eachLibraryEntry(
                entry -> {
                    if (status == null || entry.path("status").asText().equals(status.name())) {
                        found.add(entry);
                    }
                    return found.size() < limit;
                });
        return result;
    }

    private static void print(JsonNode library, PrintWriter out) {
        JsonNode conversions = library.path("conversions");
        if (conversions.isEmpty()) {
            out.println("There are no such conversions.");
            return;
        }
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Id"),
                        TextTable.Column.left("Requested"),
                        TextTable.Column.left("Status"),
                        TextTable.Column.right("Length"),
                        TextTable.Column.left("Post"));
        for (JsonNode entry : conversions) {
            table.row(
                    entry.path("id").asText(),
                    entry.path("createdAt").asText().replaceFirst("T(\\d\\d:\\d\\d).*", " $1"),
                    entry.path("status").asText(),
                    entry.has("seconds") ? TimeFormat.length(entry.path("seconds").asDouble()) : "",
                    LibraryTitle.of(entry)
                            + (entry.has("problem")
                                    ? ": " + entry.path("problem").path("title").asText()
                                    : ""));
        }
        table.print(out, "");
    }
}
