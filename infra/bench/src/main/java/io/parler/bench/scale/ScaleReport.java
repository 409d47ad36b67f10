package io.parler.bench.scale;

import io.parler.bench.scale.AccountSizes.AccountClass;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Prints what was simulated at several loads.
final class ScaleReport {
    private static final int NAME = 56;

    private final PrintWriter out;

    ScaleReport(PrintWriter out) {
        this.out = out;
    }

    /// One load, and what was seen.
    record Run(Scenario scenario, Observations seen) {
        double utilisation(Quota quota) {
            return quota.utilisation(Demand.of(scenario, seen));
        }

        /// The conversions a day at which the demand reaches the limit.
        double breaksAt(Quota quota) {
            return scenario.conversionsPerDay() / utilisation(quota);
        }
    }

    void print(List<Run> runs) {
        printSimulated(runs);
        printWaits(runs);
        printQuotas(runs);
        printFirst(runs);
        out.flush();
    }

    void printSources(List<Quota> quotas) {
        out.println();
        for (Quota quota : quotas) {
            line("  %-" + NAME + "s %s", quota.name(), quota.source());
        }
        out.flush();
    }

    private void printSimulated(List<Run> runs) {
        out.println("simulated");
        line(
                "  %12s %10s %9s %9s %9s %9s %9s %9s %9s",
                "conversions",
                "accounts",
                "simulated",
                "requested",
                "ended",
                "in work",
                "waiting",
                "voice",
                "seconds");
        line(
                "  %12s %10s %9s %9s %9s %9s %9s %9s %9s",
                "a day", "", "hours", "", "", "", "", "calls/s", "of work");
        for (Run run : runs) {
            Observations seen = run.seen();
            line(
                    "  %,12d %,10d %9.1f %,9d %,9d %,9d %,9d %9.2f %9.1f",
                    run.scenario().conversionsPerDay(),
                    run.scenario().accounts(),
                    seen.window().seconds() / 3600,
                    seen.arrived(),
                    seen.done(),
                    seen.working(),
                    seen.waiting(),
                    seen.calls() / seen.window().seconds(),
                    seen.meanWorkSeconds());
        }
    }

    private void printWaits(List<Run> runs) {
        out.println();
        out.println("waiting for a worker (those that still wait at the end: until then)");
        line("  %12s  %-28s %9s %10s %10s", "a day", "accounts", "requested", "p50", "p99");
        for (Run run : runs) {
            for (AccountClass accounts : AccountClass.values()) {
                if (run.seen().count(accounts) > 0) {
                    line(
                            "  %,12d  %-28s %,9d %10s %10s",
                            run.scenario().conversionsPerDay(),
                            accounts.label(),
                            run.seen().count(accounts),
                            time(run.seen().wait(accounts, 0.5)),
                            time(run.seen().wait(accounts, 0.99)));
                }
            }
        }
    }

    private void printQuotas(List<Run> runs) {
        out.println();
        out.println("asked of each quota in the busiest minute, in percent of its limit");
        out.printf(Locale.ROOT, "  %-" + NAME + "s %10s", "conversions a day", "limit");
        for (Run run : runs) {
            out.printf(Locale.ROOT, " %11s", count((double) run.scenario().conversionsPerDay()));
        }
        out.printf(Locale.ROOT, " %12s  %s%n", "reached at", "changed by");
        for (Quota quota : byBreakingPoint(runs.getLast())) {
            out.printf(Locale.ROOT, "  %-" + NAME + "s %,10.0f", quota.name(), quota.limit());
            for (Run run : runs) {
                out.printf(Locale.ROOT, " %11s", percent(run.utilisation(quota)));
            }
            out.printf(
                    Locale.ROOT,
                    " %12s  %s%n",
                    count(runs.getLast().breaksAt(quota)),
                    quota.setBy().name().toLowerCase(Locale.ROOT));
        }
    }

    private void printFirst(List<Run> runs) {
        out.println();
        for (Run run : runs) {
            List<Quota> exceeded =
                    byBreakingPoint(run).stream()
                            .filter(quota -> run.utilisation(quota) > 1)
                            .toList();
            line(
                    "%s a day: %s",
                    count((double) run.scenario().conversionsPerDay()),
                    exceeded.isEmpty()
                            ? "no quota is exceeded"
                            : "exceeds "
                                    + exceeded.size()
                                    + (exceeded.size() == 1 ? " quota" : " quotas")
                                    + ", first '"
                                    + exceeded.getFirst().name()
                                    + "'");
        }
    }

    /// The first to break first.
    private static List<Quota> byBreakingPoint(Run run) {
        return Quota.all(run.scenario()).stream()
                .sorted(Comparator.comparingDouble(run::breaksAt))
                .toList();
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /// Such as 450, 12k or 3.4M.
    static String count(double count) {
        if (count < 1_000) {
            return String.format(Locale.ROOT, "%.0f", count);
        }
        return count < 1_000_000 ? scaled(count / 1e3, "k") : scaled(count / 1e6, "M");
    }

    private static String scaled(double count, String suffix) {
        String format = count < 10 ? "%.1f%s" : "%,.0f%s";
        return String.format(Locale.ROOT, format, count, suffix).replace(".0", "");
    }

    private static String percent(double share) {
        double percent = share * 100;
        if (percent < 0.1) {
            return "< 0.1";
        }
        return percent < 10
                ? String.format(Locale.ROOT, "%.1f", percent)
                : String.format(Locale.ROOT, "%,.0f", percent);
    }

    private static String time(double seconds) {
        if (seconds < 100) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return String.format(
                Locale.ROOT,
                seconds < 6_000 ? "%.0f min" : "%.1f h",
                seconds < 6_000 ? seconds / 60 : seconds / 3_600);
    }
}
