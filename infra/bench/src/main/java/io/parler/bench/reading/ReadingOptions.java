package io.parler.bench.reading;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What every bench takes, and how it shows a race.
final class ReadingOptions {
    @Parameters(index = "0", paramLabel = "MANIFEST", description = "Names the files.")
    private @Nullable Path manifest;

    @Parameters(index = "1", paramLabel = "OUT.json", description = "The results, by id.")
    private @Nullable Path out;

    @Option(
            names = "--rounds",
            description =
                    "Rounds that are timed, after one to warm up (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int rounds;

    @Option(names = "--alone", description = "Without the baseline.")
    private boolean alone;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// Writes what came of one file; false where it could not be read.
    @FunctionalInterface
    interface Entry {
        boolean write(Manifest.Item item, ResultsWriter results);
    }

    /// Times ours beside the baseline, then writes an entry for each file; gives a sentence on how
    /// many of all are what they should be.
    String run(
            Comparison.Contestant ours, Comparison.Contestant baseline, Entry entry, String are) {
        var items = Manifest.read(Objects.requireNonNull(manifest));
        var file = Objects.requireNonNull(out);
        var times = race(items, ours, baseline);
        int written = 0;
        try (var results = new ResultsWriter(file)) {
            for (var item : items) {
                results.open(item.id());
                written += entry.write(item, results) ? 1 : 0;
                results.number("milliseconds", times.of(item)).end();
            }
        }
        return String.format(Locale.ROOT, "%d of %d %s: %s", written, items.size(), are, file);
    }

    /// Runs ours beside the baseline and prints the figures; gives ours.
    private Comparison.Result race(
            List<Manifest.Item> items, Comparison.Contestant ours, Comparison.Contestant baseline) {
        var command = Objects.requireNonNull(spec).commandLine();
        if (rounds < 1) {
            throw new ParameterException(command, "--rounds is at least 1.");
        }
        var contestants = new ArrayList<>(List.of(ours));
        if (!alone) {
            contestants.add(baseline);
        }
        PrintWriter err = command.getErr();
        var results =
                new Comparison(items, rounds)
                        .run(
                                contestants,
                                round -> {
                                    err.println(
                                            round == 0
                                                    ? "warming up…"
                                                    : "round " + round + " of " + rounds + "…");
                                    err.flush();
                                });
        PrintWriter print = command.getOut();
        print.printf(
                Locale.ROOT,
                "%,d files, one thread, warm, heap at most %d MB%n",
                items.size(),
                Runtime.getRuntime().maxMemory() >> 20);
        results.forEach(result -> print.println(result.line()));
        if (results.size() > 1) {
            print.printf(
                    Locale.ROOT,
                    "  ratio          %8.2f%n",
                    results.get(0).perSecond() / results.get(1).perSecond());
        }
        print.flush();
        return results.get(0);
    }

    /// Says what came of the files.
    void say(String line) {
        var print = Objects.requireNonNull(spec).commandLine().getOut();
        print.println(line);
        print.flush();
    }
}
