package io.parler.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How many columns the terminal has.
final class TerminalWidth {
    /// Where it is unknown.
    static final int DEFAULT = 80;

    private static final int TIMEOUT_MS = 500;

    private TerminalWidth() {}

    /// The width now: as the terminal says it, or else as the environment variable COLUMNS.
    static int columns() {
        return ofTerminal()
                .or(() -> parse(Optional.ofNullable(System.getenv("COLUMNS")).orElse("")))
                .orElse(DEFAULT);
    }

    private static Optional<Integer> ofTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) {
            return Optional.empty();
        }
        try {
            Process stty =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(terminal)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!stty.waitFor(TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                stty.destroyForcibly();
                return Optional.empty();
            }
            String size =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return parse(size.strip().replaceFirst("^.* ", ""));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A terminal that doesn't know its width says 0.
    static Optional<Integer> parse(String columns) {
        return columns.matches("[1-9][0-9]{0,4}")
                ? Optional.of(Integer.valueOf(columns))
                : Optional.empty();
    }
}
