package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
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

/// `parler voices`: the voices with their languages and prices.
@Command(
        name = "voices",
        description = {
            "Lists the voices, one line for each engine.",
            "Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class VoicesCommand implements Callable<Integer> {
    private static final String ESPEAK =
            "On this machine, languages other than English need espeak-ng: apt-get install"
                    + " libespeak-ng1, or brew install espeak-ng, and start again.";

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Only the voices for a language, such as de or pt-BR.")
    private @Nullable String language;

    @Option(names = "--json", description = "Prints the list as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        return new SuiteSession(startOptions, command, asJson)
                .show(
                        Optional.empty(),
                        (api, _, _) -> api.voices(Optional.ofNullable(language)),
                        this::print);
    }

    private void print(JsonNode voices, PrintWriter out) {
        if (voices.isEmpty()) {
            out.println(
                    language == null
                            ? "There are no voices."
                            : "There are no voices for " + LanguageName.of(language) + ".");
            out.println(ESPEAK);
            return;
        }
        TextTable table =
                new TextTable(
                        TextTable.Column.left("Voice"),
                        TextTable.Column.left("Name"),
                        TextTable.Column.left("Language"),
                        TextTable.Column.left("Gender"),
                        TextTable.Column.right("Per million characters"),
                        TextTable.Column.left("Word times"));
        for (JsonNode voice : voices) {
            table.row(
                    voice.path("id").asText(),
                    voice.path("name").asText(),
                    languages(voice),
                    voice.path("gender").asText().toLowerCase(Locale.ROOT),
                    PriceFormat.perMillion(voice.path("price")),
                    wordTimes(voice.path("wordTimes").asText()));
        }
        table.print(out, "");
        standIns(voices, out);
    }

    /// What it means that local voices stand in for those of a provider.
    private static void standIns(JsonNode voices, PrintWriter out) {
        List<JsonNode> standIns =
                voices.valueStream().filter(voice -> voice.path("standIn").asBoolean()).toList();
        if (standIns.isEmpty()) {
            return;
        }
        out.println();
        out.println(
                "On this machine a local voice stands in for Amazon Polly's. Nothing is billed; the"
                        + " prices are those on AWS.");
        boolean english =
                standIns.stream()
                        .allMatch(voice -> voice.path("language").asText().startsWith("en"));
        if (english) {
            out.println(ESPEAK);
        }
    }

    /// The voice's own language, and the number of others.
    private static String languages(JsonNode voice) {
        String own = LanguageName.of(voice.path("language").asText());
        int others = voice.path("languages").size() - 1;
        return others > 0 ? own + " +" + others : own;
    }

    private static String wordTimes(String value) {
        return switch (value) {
            case "free" -> "yes";
            case "billed" -> "billed extra";
            default -> "no";
        };
    }
}
