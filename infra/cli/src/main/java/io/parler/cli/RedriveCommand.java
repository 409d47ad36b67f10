package io.parler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler redrive`: shows the dead letters of a queue and sends them back.
@Command(
        name = "redrive",
        description = {
            "Shows the messages of a dead-letter queue, asks, and sends them back to the queue they"
                    + " came from.",
            "Do this when the cause of their failure is gone. Working twice on a message does no"
                    + " harm."
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {
    private static final int MAX_BODY = 300;

    @Parameters(
            paramLabel = "QUEUE",
            description = "A name from ./parler queues, or a part that only one has.")
    private String name = "";

    @Option(names = "--yes", description = "Sends them back without asking.")
    private boolean yes;

    @Mixin private StageOptions options = new StageOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (SuiteQueues queues = options.queues()) {
            SuiteQueues.Queue queue = queues.find(name);
            if (!queue.ofDeadLetters()) {
                throw new CommandException(
                        queues.shortName(queue)
                                + " is not a dead-letter queue: its messages are being worked"
                                + " on.");
            }
            if (queue.waiting() + queue.inFlight() == 0) {
                out.println(queues.shortName(queue) + " is empty.");
                out.flush();
                return 0;
            }
            print(out, queue, queues.look(queue));
            if (!yes
                    && !Confirmation.ask(
                            out, "Send all back to " + String.join(", ", queue.sources()) + "?")) {
                out.println("Nothing was moved.");
                out.flush();
                return 0;
            }
            long moved = queues.moveBack(queue);
            out.println(
                    moved == 1 ? "1 message was sent back." : moved + " messages were sent back.");
            out.flush();
            return 0;
        }
    }

    private static void print(
            PrintWriter out, SuiteQueues.Queue queue, List<SuiteQueues.Letter> letters) {
        for (SuiteQueues.Letter letter : letters) {
            out.printf(
                    "%s  %s  conversion %s%n", letter.sent(), letter.type(), letter.conversionId());
            String body = letter.body();
            out.println(
                    "  "
                            + (body.length() > MAX_BODY ? body.substring(0, MAX_BODY) + "…" : body)
                                    .replaceAll("\\p{Cntrl}+", " "));
        }
        long others = queue.waiting() - letters.size();
        if (others > 0) {
            out.println("… and about " + others + " more.");
        }
    }
}
