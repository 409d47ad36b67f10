package io.parler.cli;

import io.parler.local.Suite;
import io.parler.local.stack.Endpoints;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
final class UpCommand implements Callable<Integer> {
    /// Not an exit code: the process goes on.
    static final int RUNNING = -1;

    /// After this time the process is halted: acknowledged data is on disk already.
    private static final Duration STOP_TIMEOUT = Duration.ofMillis(2500);

    @Option(
            names = "--port",
            description = "The port on 127.0.0.1; 0 is any free one (default: ${DEFAULT-VALUE}).",
            defaultValue = "7070")
    private int port;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = {
                "The address under which a proxy makes the suite reachable, such as https://parler.example.com.",
                "It is in feeds, embed codes and the addresses of audio. The proxy must pass on the header Host."
            })
    private @Nullable URI origin;

    @Option(names = "--fresh", description = "Deletes all data first.")
    private boolean fresh;

    @Option(names = "--verbose", description = "Prints the logs of the functions.")
    private boolean verbose;

    @Option(
            names = "--processes",
            description =
                    "Runs each function in its own processes, under AWS's Lambda runtime. Closer to"
                            + " AWS (a crash ends one request, memory is limited as in the"
                            + " template), but slower to start, and needs 2 GB. Linux only.")
    private boolean processes;

    @Option(
            names = "--usage",
            description =
                    "Writes each invocation, call of a service and request to usage.jsonl in the"
                            + " data folder: what AWS would bill.")
    private boolean usage;

    @Option(
            names = "--stop-when-ready",
            hidden = true, // for the launcher: a training run for the AOT cache
            description = "Stops when the suite is ready.")
    private boolean stopWhenReady;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > 65535) {
            throw new CommandException("--port must be a number from 0 to 65535.");
        }
        checkOrigin();
        Path data = startOptions.data();
        RunningSuite.find(data)
                .ifPresent(
                        running -> {
                            throw new CommandException(
                                    "A suite is already running at "
                                            + running.origin()
                                            + " (process "
                                            + running.pid()
                                            + "); stop it first.");
                        });
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println("starting…");
        out.flush();
        Suite suite =
                Suite.start(
                        startOptions.options(
                                port, Optional.ofNullable(origin), fresh, processes, usage));
        Endpoints endpoints = suite.endpoints();
        RunningSuite.write(
                data,
                suite.origin(),
                suite.publicOrigin(),
                endpoints.sqs(),
                endpoints.lambda(),
                endpoints.ssm(),
                startOptions.allow());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, data)));
        if (verbose) {
            LogTail.follow(data.resolve("logs"), out);
        }
        ready(out, suite, data);
        return stopWhenReady ? 0 : RUNNING;
    }

    private void checkOrigin() {
        if (origin != null
                && (!String.valueOf(origin.getScheme()).matches("https?")
                        || origin.getRawAuthority() == null
                        || !origin.getRawPath().matches("/?")
                        || origin.getRawQuery() != null)) {
            throw new CommandException(
                    "--origin must be an address without a path, such as https://parler.example.com.");
        }
    }

    private static void ready(PrintWriter out, Suite suite, Path data) {
        URI origin = suite.origin();
        out.printf(Locale.ROOT, "Parler is ready (%s s): %s%n", sinceJvmStart(), origin);
        if (!suite.publicOrigin().equals(origin)) {
            out.println("  Public       " + suite.publicOrigin() + " (by way of your proxy)");
            if (!"key".equals(System.getenv("SIGN_IN"))) {
                out.println(
                        "               Whoever reaches it may use it. To ask for keys, start with"
                                + " SIGN_IN=key in the environment.");
            }
        }
        out.println("  Sample blog  " + origin + "/sample/");
        out.println("  Its feed     " + origin + "/sample/feed.xml");
        if (suite.publicOrigin().equals(origin)) {
            out.println("  Traces       " + origin + "/_local");
        }
        out.println("  Data         " + data);
        out.println("  Stop         Ctrl-C (the data is kept)");
        out.flush();
    }

    private static String sinceJvmStart() {
        // Not the start of the process: the launcher may have built first.
        long ms = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.1f", ms / 1000.0);
    }

    private static void stop(Suite suite, Path data) {
        RunningSuite.remove(data);
        Thread closing = Thread.ofPlatform().daemon().start(suite::close);
        try {
            closing.join(STOP_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (closing.isAlive()) {
            Runtime.getRuntime().halt(0);
        }
    }
}
