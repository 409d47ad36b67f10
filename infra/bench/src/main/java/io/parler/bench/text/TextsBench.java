package io.parler.bench.text;

import io.parler.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `parler bench texts`: hostile texts at growing lengths. Fails if the time of a step grows faster
/// than the text.
@Command(
        name = "texts",
        description = {
            "Prepares texts that are made to be expensive, at three lengths.",
            "Prints the CPU milliseconds of each step. The exit status is 1 if the time of a step"
                    + " grows faster than the text."
        },
        mixinStandardHelpOptions = true)
public final class TextsBench implements Callable<Integer> {
    /// Linear time grows by 4 from the first length to the last, quadratic time by 16.
    private static final double MAX_GROWTH = 9;

    /// Shorter times are noise.
    private static final double MIN_MILLISECONDS = 200;

    /// The CPU time has steps of 10 ms.
    private static final double RESOLUTION = 10;

    /// How often a fault is tried again: a garbage collection is not one.
    private static final int MORE_ROUNDS = 3;

    private static final int WARM_UP_LENGTH = 300;

    @Option(
            names = "--length",
            description = "The first length; then 2 and 4 times of it. Default: ${DEFAULT-VALUE}")
    private int length = 25_000;

    @Option(names = "--rounds", description = "The best of so many. Default: ${DEFAULT-VALUE}")
    private int rounds = 1;

    @Option(names = "--only", description = "Only the texts whose name contains this.")
    private String only = "";

    private final Set<String> faults = new LinkedHashSet<>();

    @Override
    public Integer call() {
        List<HostileText> texts =
                HostileText.all().stream().filter(text -> text.name().contains(only)).toList();
        List<PreparationStep> steps = PreparationStep.all();
        texts.forEach(text -> steps.forEach(step -> time(step, text, WARM_UP_LENGTH)));
        for (HostileText text : texts) {
            StringBuilder line = new StringBuilder(String.format("%-26s", text.name()));
            for (PreparationStep step : steps) {
                double first = best(step, text, length, rounds);
                double second = best(step, text, 2 * length, rounds);
                double third = best(step, text, 4 * length, rounds);
                line.append(
                        String.format(
                                Locale.ROOT,
                                " %s %.0f %.0f %.0f",
                                step.name(),
                                first,
                                second,
                                third));
                if (growsTooFast(first, third)
                        && growsTooFast(
                                best(step, text, length, MORE_ROUNDS),
                                best(step, text, 4 * length, MORE_ROUNDS))) {
                    faults.add("grows faster than the text: " + text.name() + ", " + step.name());
                }
            }
            System.out.println(line);
        }
        faults.forEach(System.out::println);
        return faults.isEmpty() ? 0 : 1;
    }

    private static boolean growsTooFast(double first, double last) {
        return last > MIN_MILLISECONDS && last > MAX_GROWTH * Math.max(first, RESOLUTION);
    }

    private double best(PreparationStep step, HostileText text, int n, int times) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < times; round++) {
            best = Math.min(best, time(step, text, n));
        }
        return best;
    }

    /// In milliseconds of CPU, which a busy machine doesn't change much.
    private double time(PreparationStep step, HostileText text, int n) {
        String made = text.ofLength().apply(n);
        long start = cpuNanos();
        try {
            step.work().accept(made);
        } catch (ProblemException e) {
            faults.add("refused: " + text.name() + ", " + step.name() + ", " + n + ": " + e);
        }
        return (cpuNanos() - start) / 1e6;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
