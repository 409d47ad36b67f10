package io.parler.deploy.terminal;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;

/// What a command printed, and what is typed.
public final class Screen {
    private final StringWriter out = new StringWriter();
    private final StringWriter progress = new StringWriter();

    public Output output(String typed) {
        return output(typed, false);
    }

    public Output output(String typed, boolean terminal) {
        return new Output(
                new PrintWriter(out, true),
                new PrintWriter(progress, true),
                terminal,
                new BufferedReader(new StringReader(typed)));
    }

    public String text() {
        return out.toString();
    }

    public String progress() {
        return progress.toString();
    }
}
