package io.parler.bench.scale;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parler bench scale`: which quota is used up first, and how long accounts wait.
@Command(
        name = "scale",
        description = {
            "Simulates a day of conversions at several loads: which quotas of AWS and of the",
            "templates it uses up, which first, and how long accounts wait. It needs no AWS, and",
            "the same options give the same figures.",
        },
        mixinStandardHelpOptions = true)
public final class ScaleBench implements Callable<Integer> {
    private static final List<Long> LOADS = List.of(10L, 1_000L, 100_000L, 10_000_000L);
    private static final int CONVERSIONS_PER_ACCOUNT = 10;
    private static final int MAX_ACCOUNTS = 1_000_000;

    @Option(
            names = "--conversions-per-day",
            paramLabel = "N",
            split = ",",
            description = "The loads (default: 10,1000,100000,10000000).")
    private List<Long> loads = LOADS;

    @Option(
            names = "--accounts",
            paramLabel = "N",
            description = "How many accounts request them (default: one for each 10 a day).")
    private @Nullable Integer accounts;

    @Option(
            names = "--skew",
            description =
                    "How unequal accounts are, as Zipf's exponent (default: ${DEFAULT-VALUE}).")
    private double skew = 1;

    @Option(
            names = "--chunks",
            paramLabel = "N",
            description =
                    "Calls of the voice for a post, the median: about one for each paragraph"
                            + " (default: ${DEFAULT-VALUE}).")
    private double chunks = 20;

    @Option(
            names = "--plays",
            paramLabel = "N",
            description = "How often each conversion is listened to (default: ${DEFAULT-VALUE}).")
    private double plays = 20;

    @Option(
            names = "--watched",
            paramLabel = "SHARE",
            description =
                    "Share of the conversions for which a page waits until they end (default:"
                            + " ${DEFAULT-VALUE}).")
    private double watched = 0.2;

    @Option(
            names = "--polly-tps",
            paramLabel = "N",
            description =
                    "Calls of the voice a second (default: ${DEFAULT-VALUE}, a neural voice of a"
                            + " new account; standard: 80).")
    private double pollyTps = 8;

    @Option(
            names = "--polly-in-flight",
            paramLabel = "N",
            description = "Calls of the voice at once (default: ${DEFAULT-VALUE}; standard: 80).")
    private int pollyInFlight = 18;

    @Option(
            names = "--polly-seconds",
            paramLabel = "S",
            description = "Seconds of one call (default: ${DEFAULT-VALUE}).")
    private double pollySeconds = 0.6;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "Conversions worked on at once: MaximumConcurrency of ConversionWorker"
                            + " (default: ${DEFAULT-VALUE}).")
    private int workers = 2;

    @Option(
            names = "--worker-tps",
            paramLabel = "N",
            description =
                    "Calls of the voice that one worker starts a second (default:"
                            + " ${DEFAULT-VALUE}).")
    private int workerTps = 8;

    @Option(
            names = "--lambda-concurrency",
            paramLabel = "N",
            description =
                    "Executions of all functions at once (default: ${DEFAULT-VALUE}; a new account"
                            + " may start with 10).")
    private int lambdaConcurrency = 1_000;

    @Option(names = "--seed", description = "Of the random numbers (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description =
                    "At most about this many conversions of a load; of a larger one only a part of"
                            + " its busiest hour (default: ${DEFAULT-VALUE}).")
    private long simulated = 200_000;

    @Option(names = "--sources", description = "Also prints where each limit is written.")
    private boolean sources;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        List<ScaleReport.Run> runs = new ArrayList<>();
        for (long load : loads) {
            Scenario scenario = scenario(load);
            runs.add(new ScaleReport.Run(scenario, new Simulation(scenario, simulated).run()));
        }
        ScaleReport report = new ScaleReport(out);
        report.print(runs);
        if (sources) {
            report.printSources(Quota.all(runs.getLast().scenario()));
        }
        return 0;
    }

    private Scenario scenario(long load) {
        try {
            return new Scenario(
                    load,
                    Optional.ofNullable(accounts).orElseGet(() -> accountsFor(load)),
                    skew,
                    chunks,
                    plays,
                    watched,
                    new Scenario.Voice(pollyTps, pollyInFlight, pollySeconds),
                    workers,
                    workerTps,
                    lambdaConcurrency,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int accountsFor(long load) {
        return Math.clamp(load / CONVERSIONS_PER_ACCOUNT, 1, MAX_ACCOUNTS);
    }
}
