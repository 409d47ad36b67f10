package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler say`: the words that a voice is sent for a text.
@Command(
        name = "say",
        description = {
            "Prints the words that a voice is sent for a text, and writes them as an MP3 file if wanted.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// A title is required, and one without letters is not spoken.
    private static final String SILENT_TITLE = "…";

    @Parameters(paramLabel = "TEXT", description = "What to say, such as \"It is 25 m² big.\"")
    private String text = "";

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description =
                    "The language of the text, such as de or en-GB (default: found out from the text).")
    private @Nullable String language;

    @Option(
            names = "--no-normalise",
            description =
                    "Units, dates, abbreviations and the like are spoken as they are written.")
    private boolean noNormalise;

    @Mixin private OutputOptions output = new OutputOptions();

    @Mixin private VoiceOptions voice = new VoiceOptions();

    @Option(names = "--json", description = "Prints the script as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        output.validate(command, true);
        Optional<Path> file = output.file();
        if (file.isPresent()) {
            output.checkOverwrite(file.get(), command.commandLine().getErr());
        }
        return new SuiteSession(startOptions, command, asJson)
                .show(
                        Optional.empty(),
                        (api, origin, progress) -> {
                            ObjectNode request = request();
                            JsonNode script = api.script(request);
                            if (file.isPresent()) {
                                progress.show("speaking…");
                                write(api, origin, request, file.get());
                            }
                            return script;
                        },
                        SayCommand::print);
    }

    private ObjectNode request() {
        ObjectNode request = JSON.createObjectNode();
        ObjectNode source =
                request.putObject("source").put("title", SILENT_TITLE).put("text", text);
        if (language != null) {
            source.put("language", language);
        }
        if (noNormalise) {
            request.putObject("options").put("normalise", false);
        }
        voice.addTo(request);
        return request;
    }

    private static void write(ApiClient api, URI origin, ObjectNode request, Path file)
            throws IOException {
        URI conversion = api.convert(request, UUID.randomUUID().toString());
        JsonNode state = api.await(conversion, _ -> {});
        URI audio = URI.create(state.path("audio").path("url").asText());
        api.download(origin.resolve(audio.getRawPath()), file);
    }

    private static void print(JsonNode script, PrintWriter out) {
        for (JsonNode passage : script.path("passages")) {
            String written = passage.path("text").asText();
            out.println(passage.path("said").asText(written));
        }
    }
}
