package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;

/// Runs a command's work on the running suite, or on one started for it. A problem is printed and
/// ends the command with exit code 1.
final class SuiteSession {
    // The default address of `up`: where the data will be served when the temporary suite has
    // stopped.
    static final URI DEFAULT_ORIGIN = URI.create("http://127.0.0.1:7070");

    private final StartOptions startOptions;
    private final CommandSpec command;
    private final boolean asJson;

    SuiteSession(StartOptions startOptions, CommandSpec command, boolean asJson) {
        this.startOptions = startOptions;
        this.command = command;
        this.asJson = asJson;
    }

    /// A connection to a suite.
    ///
    /// @param laterOrigin where its data will be served after this command
    /// @param isTemporary whether the suite stops with this command
    record Connection(URI origin, URI laterOrigin, boolean isTemporary) {}

    @FunctionalInterface
    interface Work {
        int with(Connection suite) throws IOException;
    }

    /// @param url the source, for a hint how to allow it
    int run(Optional<String> url, ProgressDisplay progress, Work work) throws IOException {
        Optional<RunningSuite> running = RunningSuite.find(startOptions.data());
        try {
            if (running.isPresent()) {
                URI origin = running.get().origin();
                checkAllowed(running.get());
                return work.with(new Connection(origin, running.get().publicOrigin(), false));
            }
            progress.show("starting…");
            try (Suite suite =
                    Suite.start(startOptions.options(0, Optional.empty(), false, false, false))) {
                return work.with(new Connection(suite.origin(), DEFAULT_ORIGIN, true));
            }
        } catch (ProblemException problem) {
            progress.end();
            return new ProblemPrinter(command, asJson).print(problem, url, running.isPresent());
        } catch (ConnectException _) {
            throw new CommandException(
                    "The suite stopped. Start it again: it will finish the conversion.");
        } finally {
            progress.end();
        }
    }

    /// A call to the API at `origin`; it may show its progress.
    @FunctionalInterface
    interface Query {
        JsonNode run(ApiClient api, URI origin, ProgressDisplay progress) throws IOException;
    }

    /// Runs a query and prints the result: as JSON, or formatted by `print`.
    int show(Optional<String> url, Query query, BiConsumer<JsonNode, PrintWriter> print)
            throws IOException {
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        PrintWriter out = command.commandLine().getOut();
        return run(
                url,
                progress,
                suite -> {
                    try (ApiClient api = new ApiClient(suite.origin())) {
                        JsonNode result = query.run(api, suite.origin(), progress);
                        progress.end();
                        if (asJson) {
                            out.println(result.toPrettyString());
                        } else {
                            print.accept(result, out);
                        }
                        out.flush();
                        return 0;
                    }
                });
    }

    /// The allowed hosts of a suite can't be changed while it runs.
    private void checkAllowed(RunningSuite running) {
        for (String allow : startOptions.allow()) {
            if (!running.allow().contains(allow)) {
                throw new CommandException(
                        "A suite is already running at %s, started without --allow %s; stop it first."
                                .formatted(running.origin(), allow));
            }
        }
    }
}
