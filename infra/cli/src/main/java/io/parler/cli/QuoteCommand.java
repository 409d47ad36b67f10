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

/// `parler quote`: what a conversion would cost.
@Command(
        name = "quote",
        description = {
            "Prints what converting a post would cost, for each engine of the voice.",
            "Nothing is synthesized. Uses the running suite, or starts one for as long as needed."
        },
        mixinStandardHelpOptions = true)
final class QuoteCommand implements Callable<Integer> {
    @Mixin private SourceOptions source = new SourceOptions();
    @Mixin private VoiceOptions voice = new VoiceOptions();

    @Option(names = "--json", description = "Prints the quote as JSON and nothing else.")
    private boolean asJson;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        source.validate(command);
        return new SuiteSession(startOptions, command, asJson)
                .show(
                        source.url(),
                        (api, origin, progress) -> {
                            progress.show("reading…");
                            ObjectNode request = source.request(api, origin);
                            voice.addTo(request);
                            return api.quote(request);
                        },
                        QuoteCommand::print);
    }

    private static void print(JsonNode quote, PrintWriter out) {
        double seconds = Math.rint(quote.path("seconds").asDouble());
        out.println(quote.path("title").asText());
        out.printf(
                Locale.ROOT,
                "  Characters  %,d (cached: %,d, to be billed: %,d)%n",
                quote.path("characters").asLong(),
                quote.path("alreadySpoken").asLong(),
                quote.path("billable").asLong());
        out.println("  Length      about " + TimeFormat.length(seconds));
        out.printf(
                Locale.ROOT,
                "  Price       %s with %s%n",
                PriceFormat.amount(quote.path("price")),
                quote.path("voice").asText());
        out.println();
        TextTable engines =
                new TextTable(
                        TextTable.Column.left("Engine"),
                        TextTable.Column.right("Cached"),
                        TextTable.Column.right("To be billed"),
                        TextTable.Column.right("Price"),
                        TextTable.Column.left("Voice"));
        for (JsonNode offer : quote.path("engines")) {
            engines.row(
                    offer.path("engine").asText(),
                    number(offer.path("alreadySpoken")),
                    number(offer.path("billable")),
                    PriceFormat.amount(offer.path("price")),
                    offer.path("voice").asText());
        }
        engines.print(out, "  ");
    }

    private static String number(JsonNode count) {
        return String.format(Locale.ROOT, "%,d", count.asLong());
    }
}
