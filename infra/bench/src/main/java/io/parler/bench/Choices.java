package io.parler.bench;

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
final class Choices {
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

    List<Manifest.Item> items() {
        return Manifest.read(Objects.requireNonNull(manifest));
    }

    Path out() {
        return Objects.requireNonNull(out);
    }

    /// Runs ours beside the baseline and prints the figures; gives ours.
    Race.Result race(List<Manifest.Item> items, Race.Contestant ours, Race.Contestant baseline) {
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
                new Race(items, rounds)
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
