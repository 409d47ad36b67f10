package io.parler.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/// Says on the error stream what is being done: one line that changes on a terminal, lines
/// elsewhere.
final class Progress {
    /// The whole line fits into 80 columns.
    private static final int BAR = 16;

    private static final int STEPS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private final Pace pace;
    private String last = "";
    private int tenth = -1;

    Progress(PrintWriter err) {
        // Absent when input or output is redirected, as the launcher asks for the plain console.
        this(
                err,
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
                InstantSource.system());
    }

    Progress(PrintWriter err, boolean terminal, InstantSource clock) {
        this.err = err;
        this.terminal = terminal;
        this.pace = new Pace(clock);
    }

    void say(String what) {
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

    /// Characters spoken, of all.
    void spoken(long done, long total) {
        if (total <= 0) {
            return;
        }
        String speed = pace.at(done, total).map(Progress::inWords).orElse("");
        if (terminal) {
            int full = (int) (BAR * done / total);
            say(
                    String.format(
                            Locale.ROOT,
                            "speaking [%s%s] %,d of %,d characters%s",
                            "█".repeat(full),
                            "·".repeat(BAR - full),
                            done,
                            total,
                            speed));
        } else if (STEPS * done / total > tenth) {
            tenth = (int) (STEPS * done / total);
            say(String.format(Locale.ROOT, "spoken: %d of %d characters%s", done, total, speed));
        }
    }

    /// Leaves the line to what is printed next.
    void end() {
        if (terminal && !last.isEmpty()) {
            err.print("\r\u001b[2K");
            err.flush();
        }
        last = "";
    }

    private static String inWords(Pace.Estimate estimate) {
        String rate =
                String.format(Locale.ROOT, ", %,d/s", Math.round(estimate.charactersPerSecond()));
        return estimate.left().isZero() ? rate : rate + ", " + clock(estimate.left()) + " left";
    }

    /// Whole seconds, rounded up: nothing is left only when nothing is.
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
