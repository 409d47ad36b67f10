package io.parler.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Shows the progress on the error stream: one changing line on a terminal, separate lines
/// elsewhere.
final class ProgressDisplay {
    private static final int MAX_BAR_WIDTH = 16;

    private static final int STEPS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final int width;
    private final ProgressEstimator estimator;
    private String last = "";
    private int lastStep = -1;

    ProgressDisplay(PrintWriter err) {
        // The launcher selects the plain console, which is absent when input or output is
        // redirected.
        this(err, isTerminal(), InstantSource.system());
    }

    private ProgressDisplay(PrintWriter err, boolean terminal, InstantSource clock) {
        this(err, terminal, terminal ? TerminalWidth.columns() : TerminalWidth.DEFAULT, clock);
    }

    /// @param width the columns of the terminal
    ProgressDisplay(PrintWriter err, boolean terminal, int width, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        // The last column stays free: some terminals begin a new line in it.
        this.width = Math.max(width - 1, 1);
        this.estimator = new ProgressEstimator(clock);
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    void show(String what) {
        if (what.equals(last)) {
            return;
        }
        last = what;
        if (terminal) {
            err.print("\r\u001b[2K" + what.substring(0, Math.min(what.length(), width)));
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
        Optional<ProgressEstimator.Estimate> estimate = estimator.update(done, total);
        if (terminal) {
            show(line(done, total, estimate));
        } else if (STEPS * done / total > lastStep) {
            lastStep = (int) (STEPS * done / total);
            show(
                    String.format(
                            Locale.ROOT,
                            "converted: %d of %d characters%s",
                            done,
                            total,
                            estimate.map(ProgressDisplay::speed).orElse("")));
        }
    }

    /// The first that fits: with all figures, without the speed, with percents, with a short bar.
    private String line(long done, long total, Optional<ProgressEstimator.Estimate> estimate) {
        String bar = "converting [" + bar(MAX_BAR_WIDTH, done, total) + "] ";
        String characters = String.format(Locale.ROOT, "%,d of %,d characters", done, total);
        String percent = 100 * done / total + " %";
        String left = estimate.map(ProgressDisplay::left).orElse("");
        return Stream.of(
                        bar + characters + estimate.map(ProgressDisplay::speed).orElse(""),
                        bar + characters + left,
                        bar + percent + left,
                        bar + percent)
                .filter(line -> line.length() <= width)
                .findFirst()
                .orElseGet(
                        () ->
                                "["
                                        + bar(Math.max(width - "[] 100 %".length(), 1), done, total)
                                        + "] "
                                        + percent);
    }

    private static String bar(int width, long done, long total) {
        int full = (int) (width * done / total);
        return "█".repeat(full) + "·".repeat(width - full);
    }

    /// Clears the line.
    void end() {
        if (terminal && !last.isEmpty()) {
            err.print("\r\u001b[2K");
            err.flush();
        }
        last = "";
    }

    private static String speed(ProgressEstimator.Estimate estimate) {
        return String.format(Locale.ROOT, ", %,d/s", Math.round(estimate.charactersPerSecond()))
                + left(estimate);
    }

    private static String left(ProgressEstimator.Estimate estimate) {
        if (estimate.left().isZero()) {
            return "";
        }
        long seconds = (estimate.left().toMillis() + 999) / 1000; // rounded up
        return ", " + TimeFormat.clock(seconds) + " left";
    }
}
