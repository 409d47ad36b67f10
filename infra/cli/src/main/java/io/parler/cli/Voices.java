package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
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

/// `parler voices`: who speaks what, and at which price.
@Command(
        name = "voices",
        description = {
            "Lists the voices there are, once for each engine that makes them.",
            "Uses the suite that runs already, or starts one meanwhile."
        },
        mixinStandardHelpOptions = true)
final class Voices implements Callable<Integer> {
    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "Only those that speak it: de, or pt-BR.")
    private @Nullable String language;

    @Option(names = "--json", description = "Prints the list as JSON and nothing else.")
    private boolean asJson;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        return new WithSuite(choices, command, asJson)
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
                            : "No voice speaks " + language + ".");
            return;
        }
        Table table =
                new Table(
                        Table.Column.left("Voice"),
                        Table.Column.left("Name"),
                        Table.Column.left("Language"),
                        Table.Column.left("Gender"),
                        Table.Column.right("Per million characters"),
                        Table.Column.left("Times of words"));
        for (JsonNode voice : voices) {
            table.row(
                    voice.path("id").asText(),
                    voice.path("name").asText(),
                    languages(voice),
                    voice.path("gender").asText().toLowerCase(Locale.ROOT),
                    Money.perMillion(voice.path("price")),
                    wordTimes(voice.path("wordTimes").asText()));
        }
        table.print(out, "");
    }

    /// Its own, and how many others.
    private static String languages(JsonNode voice) {
        String own = voice.path("language").asText();
        int others = voice.path("languages").size() - 1;
        return others > 0 ? own + " +" + others : own;
    }

    private static String wordTimes(String told) {
        return switch (told) {
            case "free" -> "yes";
            case "billed" -> "billed again";
            default -> "no";
        };
    }
}
