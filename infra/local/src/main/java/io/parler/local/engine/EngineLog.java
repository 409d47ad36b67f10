package io.parler.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sends the warnings of engines and SDK to a file instead of the terminal.
public final class EngineLog {
    private static final int MAX_BYTES = 1_000_000;

    private EngineLog() {}

    /// Redirects java.util.logging to `data/logs/engines.log`.
    public static void redirectTo(Path data) {
        Logger root = Logger.getLogger("");
        try {
            Path logs = Files.createDirectories(data.resolve("logs"));
            Handler file =
                    new FileHandler(logs.resolve("engines.log").toString(), MAX_BYTES, 1, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.WARNING);
            for (Handler handler : root.getHandlers()) {
                root.removeHandler(handler);
                handler.close();
            }
            root.addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root.setLevel(Level.WARNING);
    }
}
