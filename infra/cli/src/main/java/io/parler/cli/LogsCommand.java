package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler logs`: what the functions of this machine's suite have logged.
@Command(
        name = "logs",
        description = {
            "Shows what the functions on this machine have logged, in the order of time.",
            "On AWS: the saved query 'one request or conversion' of CloudWatch Logs Insights."
        },
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    /// Shown at their own place, or not of interest to a person.
    private static final Set<String> NOT_LISTED =
            Set.of(
                    "timestamp",
                    "level",
                    "service",
                    "function",
                    "requestId",
                    "correlationId",
                    "traceId",
                    "logger",
                    "message",
                    "error");

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description =
                    "A conversion or a correlation id: all that happened in its requests, in all"
                            + " services.")
    private @Nullable String id;

    @Option(names = "--errors", description = "Warnings and errors only.")
    private boolean errors;

    @Option(names = "--json", description = "The lines as they are in the files.")
    private boolean json;

    @Mixin private LogOptions logs = new LogOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<LogLine> lines = logs.lines();
        if (id != null) {
            lines = LogLine.about(id, lines);
        }
        lines.stream()
                .filter(line -> !errors || !line.field("level").equals("INFO"))
                .forEach(line -> out.println(json ? line.text() : text(line)));
        out.flush();
        return 0;
    }

    private static String text(LogLine line) {
        StringBuilder text = new StringBuilder(line.time());
        String function = line.field("function");
        text.append(' ').append(function.substring(function.lastIndexOf('-') + 1));
        text.append(' ').append(line.field("level"));
        text.append(' ').append(line.field("message"));
        for (Map.Entry<String, JsonNode> field : line.fields().properties()) {
            if (!NOT_LISTED.contains(field.getKey())) {
                text.append("  ").append(field.getKey()).append('=');
                text.append(field.getValue().asText());
            }
        }
        JsonNode error = line.fields().path("error");
        if (!error.isMissingNode()) {
            text.append("  ").append(error.path("type").asText());
            text.append(": ").append(error.path("message").asText());
        }
        return text.toString();
    }
}
