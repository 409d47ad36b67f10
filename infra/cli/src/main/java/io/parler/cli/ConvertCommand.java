package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parler convert`: converts one post to an MP3 file.
@Command(
        name = "convert",
        description = {
            "Converts a post to an MP3 file.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class ConvertCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin private SourceOptions source = new SourceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: named after the post, in this folder).")
    private @Nullable Path out;

    @Mixin private VoiceOptions voice = new VoiceOptions();

    @Option(
            names = "--private",
            description = "Only your account can see the conversion and listen to it.")
    private boolean isPrivate;

    @Option(names = "--json", description = "Prints the result as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        validate();
        ProgressDisplay progress = new ProgressDisplay(command().commandLine().getErr());
        return new SuiteSession(startOptions, command(), asJson)
                .run(
                        source.url(),
                        progress,
                        suite -> {
                            convert(suite, progress);
                            return 0;
                        });
    }

    private void validate() {
        source.validate(command());
        if (out != null && Files.isDirectory(out)) {
            throw usageError("--out " + out + " is a folder; name a file.");
        }
        if (out != null && !Files.isDirectory(folder(out))) {
            throw usageError("--out: the folder " + folder(out) + " does not exist.");
        }
    }

    private void convert(SuiteSession.Connection suite, ProgressDisplay progress)
            throws IOException {
        try (ApiClient api = new ApiClient(suite.origin())) {
            progress.show("reading…");
            ObjectNode request = source.request(api, suite.origin());
            voice.addTo(request);
            if (isPrivate) {
                request.withObject("/options").put("visibility", "private");
            }
            URI conversion = api.convert(request, UUID.randomUUID().toString());
            JsonNode state =
                    api.await(
                            conversion,
                            update ->
                                    progress.showConverted(
                                            update.path("progress").path("done").asLong(),
                                            update.path("progress").path("total").asLong()));
            URI audio = URI.create(state.path("audio").path("url").asText());
            URI download = download(audio, suite.origin());
            Path file = out == null ? Path.of(name(audio)) : out;
            api.download(download, file);
            progress.end();
            print(state, file, suite.laterOrigin());
        }
    }

    /// The suite may have another address than when the audio was stored: the current one counts. A
    /// signed address can't be changed.
    private static URI download(URI audio, URI origin) {
        return audio.getRawQuery() == null ? origin.resolve(audio.getRawPath()) : audio;
    }

    private void print(JsonNode state, Path file, URI origin) {
        PrintWriter print = command().commandLine().getOut();
        JsonNode audio = state.path("audio");
        double seconds = audio.path("seconds").asDouble();
        long bytes = audio.path("bytes").asLong();
        String player = origin + "/v1/conversions/" + state.path("id").asText() + "/player";
        if (asJson) {
            ObjectNode result = JSON.createObjectNode();
            result.put("id", state.path("id").asText());
            result.put("status", "completed");
            result.put("file", file.toAbsolutePath().normalize().toString());
            result.put("title", state.path("title").asText());
            result.put("voice", state.path("voice").asText());
            result.put("seconds", seconds);
            result.put("bytes", bytes);
            result.put("characters", state.path("characters").asLong());
            result.put("billedCharacters", state.path("billedCharacters").asLong());
            result.put("player", player);
            print.println(result.toPrettyString());
        } else {
            print.println(state.path("title").asText());
            print.printf(
                    Locale.ROOT,
                    "  Audio       %s (%d:%02d min, %,d KB)%n",
                    file,
                    (int) seconds / 60,
                    (int) seconds % 60,
                    (bytes + 500) / 1000);
            print.printf(
                    Locale.ROOT,
                    "  Characters  %,d (billed: %,d)%n",
                    state.path("characters").asLong(),
                    state.path("billedCharacters").asLong());
            print.println("  Voice       " + state.path("voice").asText());
            print.println(
                    "  Player      "
                            + player
                            + (origin.equals(SuiteSession.DEFAULT_ORIGIN)
                                    ? " (while ./parler up runs)"
                                    : ""));
        }
        print.flush();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }

    private ParameterException usageError(String why) {
        return new ParameterException(command().commandLine(), why);
    }

    private static String name(URI audio) {
        String path = audio.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }
}
