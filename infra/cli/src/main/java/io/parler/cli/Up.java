package io.parler.cli;

import io.parler.local.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler up`: runs the suite until it is stopped.
@Command(
        name = "up",
        description = "Starts the suite on this machine.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For more voices, set a provider's API key in the environment, such as OPENAI_API_KEY, or"
                    + " OPENAI_BASE_URL for a server of your own. infra/suite.yaml lists all of"
                    + " these variables.",
        })
final class Up implements Callable<Integer> {
    /// Not an exit code: the process goes on.
    static final int RUNNING = -1;

    /// A stop that takes longer is ended: whatever was acknowledged is on disk already.
    private static final Duration STOPS_WITHIN = Duration.ofMillis(2500);

    @Option(
            names = "--port",
            description = "The port on 127.0.0.1; 0 is any free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "7070")
    private int port;

    @Option(names = "--fresh", description = "Starts empty: what was kept is deleted.")
    private boolean fresh;

    @Option(names = "--verbose", description = "Shows what the functions log.")
    private boolean verbose;

    @Option(
            names = "--processes",
            description =
                    "Runs each function in processes of its own, under AWS's Lambda runtime: nearer"
                            + " to AWS (a crash ends one request, memory has the template's"
                            + " bound), slower to start, and 2 GB for all. Linux only.")
    private boolean processes;

    @Option(
            names = "--stop-when-ready",
            hidden = true, // for the launcher: a start from which the JVM learns to start faster
            description = "Stops at once.")
    private boolean stopWhenReady;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65535) {
            throw new Failed("--port is a number from 0 to 65535.");
        }
        Path data = choices.data();
        RunningSuite.find(data)
                .ifPresent(
                        running -> {
                            throw new Failed(
                                    String.format(
                                            Locale.ROOT,
                                            "A suite runs already at %s (process %d); stop it first.",
                                            running.origin(),
                                            running.pid()));
                        });
        PrintWriter out = java.util.Objects.requireNonNull(spec).commandLine().getOut();
        out.println("starting…");
        out.flush();
        Suite suite = Suite.start(choices.options(port, fresh, processes));
        RunningSuite.write(data, suite.origin(), suite.endpoints().sqs(), choices.allow());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, data)));
        if (verbose) {
            LogTail.follow(data.resolve("logs"), out);
        }
        ready(out, suite.origin(), data);
        return stopWhenReady ? 0 : RUNNING;
    }

    private static void ready(PrintWriter out, URI origin, Path data) {
        out.printf(Locale.ROOT, "Parler is ready (%s s): %s%n", sinceJvmStart(), origin);
        out.println("  Sample blog  " + origin + "/sample/");
        out.println("  Its feed     " + origin + "/sample/feed.xml");
        out.println("  Data         " + data);
        out.println("  Stop         Ctrl-C; the data stays");
        out.flush();
    }

    private static String sinceJvmStart() {
        // Not the process's own start: that is the launcher's, which may have built first.
        long ms = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.1f", ms / 1000.0);
    }

    private static void stop(Suite suite, Path data) {
        RunningSuite.remove(data);
        Thread closing = Thread.ofPlatform().daemon().start(suite::close);
        try {
            closing.join(STOPS_WITHIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            Runtime.getRuntime().halt(0);
        }
    }
}
