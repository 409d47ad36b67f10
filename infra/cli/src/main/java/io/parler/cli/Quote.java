package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler quote`: what a conversion would cost, without a voice.
@Command(
        name = "quote",
        description = {
            "Prints what converting a post would cost, by each engine that makes the voice.",
            "No voice is asked. Uses the suite that runs already, or starts one meanwhile."
        },
        mixinStandardHelpOptions = true)
final class Quote implements Callable<Integer> {
    @Mixin private PostChoices post = new PostChoices();
    @Mixin private VoiceChoices voice = new VoiceChoices();

    @Option(names = "--json", description = "Prints the quote as JSON and nothing else.")
    private boolean asJson;

    @Mixin private SuiteChoices choices = new SuiteChoices();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        post.check(command);
        return new WithSuite(choices, command, asJson)
                .show(
                        post.url(),
                        (api, origin, progress) -> {
                            progress.say("reading…");
                            ObjectNode request = post.request(api, origin);
                            voice.addTo(request);
                            return api.quote(request);
                        },
                        Quote::print);
    }

    private static void print(JsonNode quote, PrintWriter out) {
        long seconds = Math.round(quote.path("seconds").asDouble());
        out.println(quote.path("title").asText());
        out.printf(
                Locale.ROOT,
                "  Characters  %,d (spoken already: %,d, to be billed: %,d)%n",
                quote.path("characters").asLong(),
                quote.path("alreadySpoken").asLong(),
                quote.path("billable").asLong());
        out.printf(Locale.ROOT, "  Length      about %d:%02d min%n", seconds / 60, seconds % 60);
        out.printf(
                "  Price       %s with %s%n",
                Money.amount(quote.path("price")), quote.path("voice").asText());
        out.println();
        Table engines =
                new Table(
                        Table.Column.left("Engine"),
                        Table.Column.right("Spoken already"),
                        Table.Column.right("To be billed"),
                        Table.Column.right("Price"),
                        Table.Column.left("Voice"));
        for (JsonNode offer : quote.path("engines")) {
            engines.row(
                    offer.path("engine").asText(),
                    number(offer.path("alreadySpoken")),
                    number(offer.path("billable")),
                    Money.amount(offer.path("price")),
                    offer.path("voice").asText());
        }
        engines.print(out, "  ");
    }

    private static String number(JsonNode count) {
        return String.format(Locale.ROOT, "%,d", count.asLong());
    }
}
