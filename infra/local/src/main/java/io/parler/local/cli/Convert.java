package io.parler.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.Suite;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    // The default port of `up`: where a suite of this data is found when the one of now is gone.
    private static final URI WHEN_UP = URI.create("http://127.0.0.1:7070");

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = {
                "A post; or a feed or a site, then its newest post.",
                "Without it, the newest post of the built-in sample blog."
            })
    private @Nullable String url;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to write (default: the post's name, here).")
    private @Nullable Path out;

    @Option(
            names = "--voice",
            paramLabel = "VOICE",
            description =
                    "A voice's id, such as Joanna (default: one that speaks the post's language).")
    private @Nullable String voice;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "Converts a text file instead of a page; - is the standard input.")
    private @Nullable Path text;

    @Option(names = "--title", paramLabel = "TITLE", description = "The title of --text.")
    private @Nullable String title;

    @Option(names = "--json", description = "Prints the result as JSON and nothing else.")
    private boolean asJson;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        checkUse();
        PrintWriter err = command().commandLine().getErr();
        Progress progress = new Progress(err, isTerminal());
        Optional<RunningSuite> running = RunningSuite.find(choices.data());
        try {
            if (running.isPresent()) {
                URI origin = running.get().origin();
                checkAllowed(running.get());
                return convert(origin, origin, progress);
            }
            progress.say("starting…");
            try (Suite suite = Suite.start(choices.options(0, false))) {
                return convert(suite.origin(), WHEN_UP, progress);
            }
        } catch (Problem problem) {
            progress.end();
            return refused(problem, running.isPresent());
        } catch (ConnectException _) {
            throw new Failed(
                    "The suite stopped meanwhile; started again, it finishes the conversion.");
        } finally {
            progress.end();
        }
    }

    private void checkUse() {
        if (text != null && url != null) {
            throw wrongUse("Give a URL or --text, not both.");
        }
        if (title != null && text == null) {
            throw wrongUse("--title goes with --text.");
        }
        if (url != null && !url.matches("(?i)https?://.+")) {
            throw wrongUse("Not a web address: " + url + " (it starts with http:// or https://).");
        }
        if (out != null && Files.isDirectory(out)) {
            throw wrongUse("--out is a folder: " + out + " (give a file).");
        }
        if (out != null && !Files.isDirectory(folder(out))) {
            throw wrongUse("--out: there is no folder " + folder(out) + ".");
        }
        if (text != null && !text.toString().equals("-") && !Files.isReadable(text)) {
            throw wrongUse("--text: " + text + " can't be read.");
        }
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

    private int convert(URI origin, URI later, Progress progress) throws IOException {
        try (ParlerApi api = new ParlerApi(origin)) {
            progress.say("reading…");
            URI conversion = api.convert(request(api, origin), UUID.randomUUID().toString());
            JsonNode state =
                    api.await(
                            conversion,
                            seen ->
                                    progress.spoken(
                                            seen.path("progress").path("done").asLong(),
                                            seen.path("progress").path("total").asLong()));
            URI audio = URI.create(state.path("audio").path("url").asText());
            // A suite kept its address from one start to the next, or it did not: ours is right.
            URI here = origin.resolve(audio.getRawPath());
            Path file = out == null ? Path.of(name(audio)) : out;
            api.download(here, file);
            progress.end();
            print(state, file, later);
            return 0;
        }
    }

    private ObjectNode request(ParlerApi api, URI origin) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode source = request.putObject("source");
        if (text != null) {
            boolean stdin = text.toString().equals("-");
            source.put("title", title == null ? (stdin ? "Text" : name(text)) : title);
            source.put(
                    "text",
                    stdin
                            ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                            : Files.readString(text));
        } else {
            String address = url == null ? origin + "/sample/feed.xml" : url;
            source.put("url", new PostFinder(api).post(address));
        }
        if (voice != null) {
            request.put("voice", voice);
        }
        return request;
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
            print.println(
                    "  Player      "
                            + player
                            + (origin.equals(WHEN_UP) ? " (while ./parler up runs)" : ""));
        }
        print.flush();
    }

    /// Exit code 1, with the problem's own words, and for an inner address the way to allow it.
    private int refused(Problem problem, boolean running) {
        String hint = "";
        if (problem.is("url-not-allowed") && url != null) {
            String host = url.replaceFirst("^[^/]*//([^/?#]*@)?([^/?#]*).*$", "$2");
            hint =
                    running
                            ? "The suite that runs may read it when started with: ./parler up --allow "
                                    + host
                            : "To allow it: --allow " + host;
        }
        if (asJson) {
            ObjectNode result = JSON.createObjectNode();
            result.put("status", "failed");
            result.putObject("error")
                    .put("type", problem.type())
                    .put("detail", problem.getMessage());
            PrintWriter print = command().commandLine().getOut();
            print.println(result.toPrettyString());
            print.flush();
        }
        PrintWriter err = command().commandLine().getErr();
        err.println("parler: " + problem.getMessage());
        if (!hint.isEmpty()) {
            err.println(hint);
        }
        err.flush();
        return 1;
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

    private static String name(Path file) {
        return Objects.toString(file.getFileName(), "Text").replaceFirst("\\.[^.]+$", "");
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }

    private static boolean isTerminal() {
        // Absent when input or output is redirected, as the launcher asks for the plain console.
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
