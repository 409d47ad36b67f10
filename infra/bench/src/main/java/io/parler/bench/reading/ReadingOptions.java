package io.parler.bench.reading;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The parameters of the reading benchmarks, and how they print a comparison.
final class ReadingOptions {
    @Parameters(index = "0", paramLabel = "MANIFEST", description = "The list of files.")
    private @Nullable Path manifest;

    @Parameters(index = "1", paramLabel = "OUT.json", description = "The results, by id.")
    private @Nullable Path out;

    @Option(
            names = "--rounds",
            description = "Timed rounds, after one warm-up round (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int rounds;

    @Option(names = "--alone", description = "Don't run the baseline.")
    private boolean alone;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /// Writes the result of a file; returns false if it could not be parsed.
    @FunctionalInterface
    interface EntryWriter {
        boolean write(Manifest.Item item, ResultsWriter results);
    }

    /// Compares the candidate with the baseline, then writes an entry for each file.
    ///
    /// @param predicate ends the sentence "n of m ..."
    /// @return a sentence with the number of successes
    String run(
            Comparison.Candidate candidate,
            Comparison.Candidate baseline,
            EntryWriter writer,
            String predicate) {
        List<Manifest.Item> items = Manifest.read(Objects.requireNonNull(manifest));
        Path file = Objects.requireNonNull(out);
        Comparison.Result times = compare(items, candidate, baseline);
        int written = 0;
        try (var results = new ResultsWriter(file)) {
            for (Manifest.Item item : items) {
                results.open(item.id());
                written += writer.write(item, results) ? 1 : 0;
                results.number("milliseconds", times.of(item)).end();
            }
        }
        return written + " of " + items.size() + " " + predicate + ": " + file;
    }

    /// Runs both and prints the results; returns that of the candidate.
    private Comparison.Result compare(
            List<Manifest.Item> items,
            Comparison.Candidate candidate,
            Comparison.Candidate baseline) {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (rounds < 1) {
            throw new ParameterException(command, "--rounds must be at least 1.");
        }
        var candidates = new ArrayList<>(List.of(candidate));
        if (!alone) {
            candidates.add(baseline);
        }
        PrintWriter err = command.getErr();
        List<Comparison.Result> results =
                new Comparison(items, rounds)
                        .run(
                                candidates,
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
                "%,d files, one thread, after warm-up, heap at most %d MB%n",
                items.size(),
                Runtime.getRuntime().maxMemory() >> 20);
        results.forEach(result -> print.println(result.summary()));
        if (results.size() > 1) {
            print.printf(
                    Locale.ROOT,
                    "  ratio          %8.2f%n",
                    results.get(0).perSecond() / results.get(1).perSecond());
        }
        print.flush();
        return results.get(0);
    }

    /// Prints a line.
    void print(String line) {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        print.println(line);
        print.flush();
    }
}
