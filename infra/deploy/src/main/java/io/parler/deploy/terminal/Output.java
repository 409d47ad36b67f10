package io.parler.deploy.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

/// What the command prints and asks. Progress is one changing line on a terminal, and separate
/// lines elsewhere.
public final class Output {
    private static final String CLEAR = "\r\u001b[2K";
    private static final int COLUMNS = 80;

    private final PrintWriter out;
    private final PrintWriter progress;
    private final boolean terminal;
    private final BufferedReader in;
    private boolean dirty;

    public Output(PrintWriter out, PrintWriter progress, boolean terminal, BufferedReader in) {
        this.out = out;
        this.progress = progress;
        this.terminal = terminal;
        this.in = in;
    }

    public void line(String text) {
        clear();
        out.println(text);
        out.flush();
    }

    public void table(TextTable table, String indent) {
        table.lines(indent).forEach(this::line);
    }

    /// Something changed.
    ///
    /// @param event the line to print where lines stay
    /// @param state the line to show on a terminal until the next one
    public void progress(String event, String state) {
        if (terminal) {
            progress.print(CLEAR + shortened(state));
            dirty = true;
        } else {
            progress.println(event);
        }
        progress.flush();
    }

    /// Asks, and reads a line; empty when there is nobody to answer.
    public String ask(String question) {
        clear();
        out.print(question + " ");
        out.flush();
        try {
            String answer = in.readLine();
            if (answer == null) {
                out.println();
                return "";
            }
            return answer.strip();
        } catch (IOException e) {
            return "";
        }
    }

    public boolean confirm(String question) {
        String answer = ask(question + " [y/N]").toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    private void clear() {
        if (dirty) {
            progress.print(CLEAR);
            progress.flush();
            dirty = false;
        }
    }

    private static String shortened(String text) {
        return text.length() < COLUMNS ? text : text.substring(0, COLUMNS - 2) + "…";
    }
}
