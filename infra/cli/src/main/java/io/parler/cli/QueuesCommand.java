package io.parler.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `parler queues`: how many messages wait in each queue.
@Command(
        name = "queues",
        description = {
            "Shows how many messages each queue holds.",
            "Of the suite that runs on this machine, or of a stage on AWS."
        },
        mixinStandardHelpOptions = true)
final class QueuesCommand implements Callable<Integer> {
    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (SuiteQueues queues = options.queues()) {
            List<SuiteQueues.Queue> all = queues.list();
            if (all.isEmpty()) {
                throw new CommandException(
                        "There are no queues here. Is the suite deployed in this account and"
                                + " region?");
            }
            TextTable table =
                    new TextTable(
                            TextTable.Column.left("Queue"),
                            TextTable.Column.right("Waiting"),
                            TextTable.Column.right("In flight"),
                            TextTable.Column.left(""));
            for (SuiteQueues.Queue queue : all) {
                table.row(
                        queues.shortName(queue),
                        Long.toString(queue.waiting()),
                        Long.toString(queue.inFlight()),
                        queue.ofDeadLetters() ? "dead letters" : "");
            }
            table.print(out, "");
            all.stream()
                    .filter(queue -> queue.ofDeadLetters() && queue.waiting() > 0)
                    .forEach(
                            queue ->
                                    out.println(
                                            "To look at them and send them back: ./parler redrive "
                                                    + (queues.shortName(queue)
                                                                    + " "
                                                                    + queues.option())
                                                            .strip()));
            out.flush();
            return 0;
        }
    }
}
