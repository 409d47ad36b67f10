package io.parler.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// Prints a problem of the API: as JSON or as a sentence, with what can be done about it here.
record ProblemPrinter(CommandSpec command, boolean asJson) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Returns the exit code.
    ///
    /// @param url the source, for a hint how to allow it
    int print(ProblemException problem, Optional<String> url, boolean running) {
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
                            ? "To allow it, restart the suite with: ./parler up --allow " + host
                            : "To allow it: --allow " + host);
        }
        err.flush();
        return 1;
    }
}
