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

/// Where engines and SDK write their warnings: a file, never the terminal.
public final class EngineLog {
    private static final int BYTES = 1_000_000;

    private EngineLog() {}

    /// Sends all that goes through java.util.logging to `data/logs/engines.log`.
    public static void in(Path data) {
        Logger root = Logger.getLogger("");
        try {
            Path logs = Files.createDirectories(data.resolve("logs"));
            Handler file = new FileHandler(logs.resolve("engines.log").toString(), BYTES, 1, true);
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
