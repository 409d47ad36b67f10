package io.parler.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Shows the progress on the error stream: one changing line on a terminal, separate lines
/// elsewhere.
final class ProgressDisplay {
    /// The whole line fits in 80 columns.
    private static final int BAR_WIDTH = 16;

    private static final int STEPS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final ProgressEstimator estimator;
    private String last = "";
    private int lastStep = -1;

    ProgressDisplay(PrintWriter err) {
        // The launcher selects the plain console, which is absent when input or output is
        // redirected.
        this(
                err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                InstantSource.system());
    }

    ProgressDisplay(PrintWriter err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.estimator = new ProgressEstimator(clock);
    }

    void show(String what) {
        if (what.equals(last)) {
            return;
        }
        last = what;
        if (terminal) {
            err.print("\r\u001b[2K" + what);
        } else {
            err.println(what);
        }
        err.flush();
    }

    /// Shows how many characters are converted.
    void showConverted(long done, long total) {
        if (total <= 0) {
            return;
        }
        String speed = estimator.update(done, total).map(ProgressDisplay::format).orElse("");
        if (terminal) {
            int full = (int) (BAR_WIDTH * done / total);
            show(
                    String.format(
                            Locale.ROOT,
                            "converting [%s%s] %,d of %,d characters%s",
                            "█".repeat(full),
                            "·".repeat(BAR_WIDTH - full),
                            done,
                            total,
                            speed));
        } else if (STEPS * done / total > lastStep) {
            lastStep = (int) (STEPS * done / total);
            show(
                    String.format(
                            Locale.ROOT, "converted: %d of %d characters%s", done, total, speed));
        }
    }

    /// Clears the line.
    void end() {
        if (terminal && !last.isEmpty()) {
            err.print("\r\u001b[2K");
            err.flush();
        }
        last = "";
    }

    private static String format(ProgressEstimator.Estimate estimate) {
        String rate =
                String.format(Locale.ROOT, ", %,d/s", Math.round(estimate.charactersPerSecond()));
        return estimate.left().isZero() ? rate : rate + ", " + clock(estimate.left()) + " left";
    }

    /// In whole seconds, rounded up.
    private static String clock(Duration time) {
        long seconds = (time.toMillis() + 999) / 1000;
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
