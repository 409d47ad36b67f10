package io.parler.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler events`: what the services of this machine's suite have published.
@Command(
        name = "events",
        description = "Shows the events that the services on this machine have published.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "CONVERSION",
            arity = "0..1",
            description = "Only the events of this conversion.")
    private @Nullable String conversion;

    @Mixin private LogOptions logs = new LogOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LogLine> lines = logs.lines();
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Time"),
                        TextTable.Column.left("Event"),
                        TextTable.Column.left("From"),
                        TextTable.Column.left("Conversion"));
        for (LogLine line : lines) {
            String about = line.field("conversionId");
            if (line.field("message").equals("event published")
                    && (conversion == null || conversion.equals(about))) {
                table.row(line.time(), line.field("type"), line.field("service"), about);
            }
        }
        table.print(Objects.requireNonNull(spec).commandLine().getOut(), "");
        return 0;
    }
}
