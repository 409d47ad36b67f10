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

/// `parler convert`: one post to an MP3 file.
@Command(
        name = "convert",
        description = {
            "Turns a post into an MP3 file.",
            "Uses the suite that runs already, or starts one for the time it needs."
        },
        mixinStandardHelpOptions = true)
final class Convert implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin private PostChoices post = new PostChoices();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: the post's name, here).")
    private @Nullable Path out;

    @Mixin private VoiceChoices voice = new VoiceChoices();

    @Option(names = "--json", description = "Prints the result as JSON and nothing else.")
    private boolean asJson;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkUse();
        Progress progress = new Progress(command().commandLine().getErr());
        return new WithSuite(choices, command(), asJson)
                .run(
                        post.url(),
                        progress,
                        suite -> {
                            convert(suite, progress);
                            return 0;
                        });
    }

    private void checkUse() {
        post.check(command());
        if (out != null && Files.isDirectory(out)) {
            throw wrongUse("--out is a folder: " + out + " (give a file).");
        }
        if (out != null && !Files.isDirectory(folder(out))) {
            throw wrongUse("--out: there is no folder " + folder(out) + ".");
        }
    }

    private void convert(WithSuite.Reached suite, Progress progress) throws IOException {
        try (ParlerApi api = new ParlerApi(suite.origin())) {
            progress.say("reading…");
            ObjectNode request = post.request(api, suite.origin());
            voice.addTo(request);
            URI conversion = api.convert(request, UUID.randomUUID().toString());
            JsonNode state =
                    api.await(
                            conversion,
                            seen ->
                                    progress.spoken(
                                            seen.path("progress").path("done").asLong(),
                                            seen.path("progress").path("total").asLong()));
            URI audio = URI.create(state.path("audio").path("url").asText());
            // A suite kept its address from one start to the next, or it did not: ours is right.
            URI here = suite.origin().resolve(audio.getRawPath());
            Path file = out == null ? Path.of(name(audio)) : out;
            api.download(here, file);
            progress.end();
            print(state, file, suite.later());
        }
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
                            + (origin.equals(WithSuite.WHEN_UP)
                                    ? " (while ./parler up runs)"
                                    : ""));
        }
        print.flush();
    }

    private CommandSpec command() {
        return Objects.requireNonNull(spec);
    }

    private ParameterException wrongUse(String why) {
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
