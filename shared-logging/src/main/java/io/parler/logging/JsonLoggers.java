package io.parler.logging;

import java.io.PrintStream;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/// Creates one logger for each name; all share the stream, the format and the threshold.
record JsonLoggers(
        ConcurrentHashMap<String, Logger> byName, PrintStream out, LogLine line, Level threshold)
        implements ILoggerFactory {

    static JsonLoggers writingTo(PrintStream out, LogLine line, Level threshold) {
        return new JsonLoggers(new ConcurrentHashMap<>(), out, line, threshold);
    }

    @Override
    public Logger getLogger(String name) {
        return byName.computeIfAbsent(name, n -> new JsonLogger(n, out, line, threshold));
    }
}
