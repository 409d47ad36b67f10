package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;

/// Does a command's work with the suite that runs already, or with one started for the time it
/// needs; a refusal ends it with exit code 1 and the problem's own words.
final class WithSuite {
    // The default port of `up`: where a suite of this data is found when the one of now is gone.
    static final URI WHEN_UP = URI.create("http://127.0.0.1:7070");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SuiteChoices choices;
    private final CommandSpec command;
    private final boolean asJson;

    WithSuite(SuiteChoices choices, CommandSpec command, boolean asJson) {
        this.choices = choices;
        this.command = command;
        this.asJson = asJson;
    }

    /// A suite that answers.
    ///
    /// @param later where what is kept in it is found once this command is over
    record Reached(URI origin, URI later) {}

    @FunctionalInterface
    interface Work {
        int with(Reached suite) throws IOException;
    }

    /// @param url what the work is about, to say how it may be read where that is refused
    int run(Optional<String> url, Progress progress, Work work) throws IOException {
        Optional<RunningSuite> running = RunningSuite.find(choices.data());
        try {
            if (running.isPresent()) {
                URI origin = running.get().origin();
                checkAllowed(running.get());
                return work.with(new Reached(origin, origin));
            }
            progress.say("starting…");
            try (Suite suite = Suite.start(choices.options(0, false, false))) {
                return work.with(new Reached(suite.origin(), WHEN_UP));
            }
        } catch (Problem problem) {
            progress.end();
            return refused(problem, url, running.isPresent());
        } catch (ConnectException _) {
            throw new Failed(
                    "The suite stopped meanwhile; started again, it finishes the conversion.");
        } finally {
            progress.end();
        }
    }

    /// A question to the API at `origin`; it may say what it is doing.
    @FunctionalInterface
    interface Question {
        JsonNode ask(ParlerApi api, URI origin, Progress progress) throws IOException;
    }

    /// Asks, and prints the answer: as it came, or as `print` puts it.
    int show(Optional<String> url, Question question, BiConsumer<JsonNode, PrintWriter> print)
            throws IOException {
        Progress progress = new Progress(command.commandLine().getErr());
        PrintWriter out = command.commandLine().getOut();
        return run(
                url,
                progress,
                suite -> {
                    try (ParlerApi api = new ParlerApi(suite.origin())) {
                        JsonNode answer = question.ask(api, suite.origin(), progress);
                        progress.end();
                        if (asJson) {
                            out.println(answer.toPrettyString());
                        } else {
                            print.accept(answer, out);
                        }
                        out.flush();
                        return 0;
                    }
                });
    }

    /// What a suite may read is settled at its start.
    private void checkAllowed(RunningSuite running) {
        for (String allow : choices.allow()) {
            if (!running.allow().contains(allow)) {
                throw new Failed(
                        "A suite runs already at %s, started without --allow %s; stop it first."
                                .formatted(running.origin(), allow));
            }
        }
    }

    private int refused(Problem problem, Optional<String> url, boolean running) {
        if (asJson) {
            ObjectNode result = JSON.createObjectNode();
            result.put("status", "failed");
            result.putObject("error")
                    .put("type", problem.type())
                    .put("detail", problem.getMessage());
            PrintWriter print = command.commandLine().getOut();
            print.println(result.toPrettyString());
            print.flush();
        }
        PrintWriter err = command.commandLine().getErr();
        err.println("parler: " + problem.getMessage());
        if (problem.is("url-not-allowed") && url.isPresent()) {
            String host = url.get().replaceFirst("^[^/]*//([^/?#]*@)?([^/?#]*).*$", "$2");
            err.println(
                    running
                            ? "The suite that runs may read it when started with: ./parler up --allow "
                                    + host
                            : "To allow it: --allow " + host);
        }
        err.flush();
        return 1;
    }
}
