package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// Waits for a conversion, writes its audio, and says what it is.
final class AudioWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandSpec command;
    private final OutputOptions output;
    private final boolean asJson;

    AudioWriter(CommandSpec command, OutputOptions output, boolean asJson) {
        this.command = command;
        this.output = output;
        this.asJson = asJson;
    }

    /// Throws if the conversion fails.
    void write(
            SuiteSession.Connection suite, ApiClient api, URI conversion, ProgressDisplay progress)
            throws IOException {
        PrintWriter err = command.commandLine().getErr();
        JsonNode state;
        String note = interruptNote(suite, id(conversion));
        try (InterruptNote _ = InterruptNote.of(err, () -> note)) {
            state =
                    api.await(
                            conversion,
                            update ->
                                    progress.showConverted(
                                            update.path("progress").path("done").asLong(),
                                            update.path("progress").path("total").asLong()));
        }
        URI audio = URI.create(state.path("audio").path("url").asText());
        URI download = download(audio, suite.origin());
        progress.end();
        if (output.isStandardOutput()) {
            api.download(download, System.out);
            print(state, "standard output", suite, err);
            return;
        }
        Path file = output.fileFor(audio);
        output.checkOverwrite(file, err);
        api.download(download, file);
        if (asJson) {
            printJson(state, file, suite.laterOrigin());
        } else {
            print(state, file.toString(), suite, command.commandLine().getOut());
        }
    }

    /// Writes the audio of a completed conversion to a file of its own name, in this folder. A file
    /// that is there stays, unless it may be replaced.
    ///
    /// @return the file, and whether it stayed
    String writeUnlessThere(SuiteSession.Connection suite, ApiClient api, JsonNode state)
            throws IOException {
        URI audio = URI.create(state.path("audio").path("url").asText());
        Path file = output.fileFor(audio);
        if (!output.mayWrite(file)) {
            return file + " (it exists and was not replaced; --force replaces it)";
        }
        api.download(download(audio, suite.origin()), file);
        return file.toString();
    }

    /// What is stored when the command is interrupted, and how to go on.
    static String interruptNote(SuiteSession.Connection suite, String id) {
        String get = "./parler status " + id + " --out FILE";
        return suite.isTemporary()
                ? "The conversion has stopped with this command. What was converted is stored; to go on: "
                        + get
                : "The conversion goes on. To get its audio: " + get;
    }

    private static String id(URI conversion) {
        String path = conversion.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// The suite may have another address than when the audio was stored: the current one counts. A
    /// signed address can't be changed.
    static URI download(URI audio, URI origin) {
        return audio.getRawQuery() == null ? origin.resolve(audio.getRawPath()) : audio;
    }

    private static String player(JsonNode state, URI origin) {
        return origin + "/v1/conversions/" + state.path("id").asText() + "/player";
    }

    private void printJson(JsonNode state, Path file, URI origin) {
        JsonNode audio = state.path("audio");
        ObjectNode result = JSON.createObjectNode();
        result.put("id", state.path("id").asText());
        result.put("status", "completed");
        result.put("file", file.toAbsolutePath().normalize().toString());
        result.put("title", state.path("title").asText());
        result.put("voice", state.path("voice").asText());
        result.put("seconds", audio.path("seconds").asDouble());
        result.put("bytes", audio.path("bytes").asLong());
        result.put("characters", state.path("characters").asLong());
        result.put("billedCharacters", state.path("billedCharacters").asLong());
        result.put("player", player(state, origin));
        PrintWriter out = command.commandLine().getOut();
        out.println(result.toPrettyString());
        out.flush();
    }

    private static void print(
            JsonNode state, String target, SuiteSession.Connection suite, PrintWriter print) {
        JsonNode audio = state.path("audio");
        print.println(state.path("title").asText());
        print.printf(
                Locale.ROOT,
                "  Audio       %s (%s, %,d KB)%n",
                target,
                TimeFormat.length(audio.path("seconds").asDouble()),
                (audio.path("bytes").asLong() + 500) / 1000);
        print.printf(
                Locale.ROOT,
                "  Characters  %,d (billed: %,d)%n",
                state.path("characters").asLong(),
                state.path("billedCharacters").asLong());
        print.println("  Voice       " + state.path("voice").asText());
        print.println(
                "  Player      "
                        + player(state, suite.laterOrigin())
                        + (suite.isTemporary() ? " (while ./parler up runs)" : ""));
        if (suite.laterOrigin().getHost().equals("127.0.0.1")) {
            print.println(
                    "              Only this machine opens that address. Behind a proxy that readers"
                            + " reach: ./parler up --origin https://…");
        }
        print.println("  Id          " + state.path("id").asText());
        print.flush();
    }
}
