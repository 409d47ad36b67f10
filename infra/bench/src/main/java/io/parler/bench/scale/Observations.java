package io.parler.bench.scale;

import io.parler.bench.scale.AccountSizes.AccountClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What was seen in a simulation.
final class Observations {
    private static final double MINUTE = 60;

    private final DayProfile.Window window;
    private final AccountSizes accounts;
    private final Map<AccountClass, Waits> waits = new EnumMap<>(AccountClass.class);
    private final int[] perMinute;
    private final int[] largestPerMinute;
    private long arrived;
    private long done;
    private long calls;
    private int waiting;
    private int working;
    private double workSeconds;

    Observations(DayProfile.Window window, AccountSizes accounts) {
        this.window = window;
        this.accounts = accounts;
        int minutes = (int) Math.ceil(window.seconds() / MINUTE) + 1;
        this.perMinute = new int[minutes];
        this.largestPerMinute = new int[minutes];
        for (AccountClass accountClass : AccountClass.values()) {
            waits.put(accountClass, new Waits());
        }
    }

    void arrived(Conversion conversion) {
        int minute = (int) ((conversion.arrival() - window.start()) / MINUTE);
        perMinute[minute]++;
        if (conversion.account() == 0) {
            largestPerMinute[minute]++;
        }
        arrived++;
    }

    void started(Conversion conversion, double time) {
        waits(accounts.classOf(conversion.account())).add(time - conversion.arrival());
    }

    void called() {
        calls++;
    }

    void finished(Conversion conversion, double start, double time) {
        done++;
        workSeconds += time - start;
    }

    /// Those that still wait have waited at least until now.
    void end(FairQueue queue, int inWork) {
        waiting = queue.size();
        working = inWork;
        while (queue.size() > 0) {
            started(queue.take(), window.end());
        }
    }

    private Waits waits(AccountClass accountClass) {
        return Objects.requireNonNull(waits.get(accountClass));
    }

    DayProfile.Window window() {
        return window;
    }

    long arrived() {
        return arrived;
    }

    long done() {
        return done;
    }

    /// Not started at the end.
    int waiting() {
        return waiting;
    }

    /// Started, and not ended.
    int working() {
        return working;
    }

    long calls() {
        return calls;
    }

    /// The mean time from a worker's start to its end.
    double meanWorkSeconds() {
        return done == 0 ? 0 : workSeconds / done;
    }

    /// Conversions a second in the busiest minute.
    double peak() {
        return Arrays.stream(perMinute).max().orElse(0) / MINUTE;
    }

    /// Those of the largest account.
    double largestPeak() {
        return Arrays.stream(largestPerMinute).max().orElse(0) / MINUTE;
    }

    /// Seconds from the request to the start of work that a share of the conversions didn't exceed.
    double wait(AccountClass accountClass, double share) {
        return waits(accountClass).quantile(share);
    }

    /// How many conversions of a class were requested.
    int count(AccountClass accountClass) {
        return waits(accountClass).count;
    }

    /// Waiting times.
    private static final class Waits {
        private float[] seconds = new float[64];
        private int count;
        private boolean sorted;

        void add(double wait) {
            if (count == seconds.length) {
                seconds = Arrays.copyOf(seconds, count * 2);
            }
            seconds[count++] = (float) wait;
            sorted = false;
        }

        double quantile(double share) {
            if (count == 0) {
                return 0;
            }
            if (!sorted) {
                Arrays.sort(seconds, 0, count);
                sorted = true;
            }
            return seconds[Math.clamp((int) Math.ceil(share * count) - 1, 0, count - 1)];
        }
    }
}
