package io.parler.local.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/// Says on the error stream what is being done: one line that changes on a terminal, lines
/// elsewhere.
final class Progress {
    private static final int BAR = 30;
    private static final int STEPS = 10;

    private final PrintWriter err;
    private final boolean terminal;
    private String last = "";
    private int tenth = -1;

    Progress(PrintWriter err) {
        // Absent when input or output is redirected, as the launcher asks for the plain console.
        this(err, Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false));
    }

    Progress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
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
        if (terminal) {
            int full = (int) (BAR * done / total);
            say(
                    String.format(
                            Locale.ROOT,
                            "speaking [%s%s] %,d of %,d characters",
                            "█".repeat(full),
                            "·".repeat(BAR - full),
                            done,
                            total));
        } else if (STEPS * done / total > tenth) {
            tenth = (int) (STEPS * done / total);
            say(String.format(Locale.ROOT, "spoken: %d of %d characters", done, total));
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
}
