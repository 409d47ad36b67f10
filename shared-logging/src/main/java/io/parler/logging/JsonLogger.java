package io.parler.logging;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.LoggingEventAware;

/// Writes each event as one line by one call, so that the lines of several threads don't mix.
final class JsonLogger extends LegacyAbstractLogger implements LoggingEventAware {
    private static final long serialVersionUID = 1L;

    private final transient PrintStream out;
    private final transient LogLine line;
    private final Level threshold;

    JsonLogger(String name, PrintStream out, LogLine line, Level threshold) {
        this.name = name;
        this.out = out;
        this.line = line;
        this.threshold = threshold;
    }

    @Override
    public void log(LoggingEvent event) {
        write(
                event.getLevel(),
                MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray()),
                event.getKeyValuePairs(),
                event.getThrowable());
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            @Nullable String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable error) {
        write(level, MessageFormatter.basicArrayFormat(pattern, arguments), null, error);
    }

    private void write(
            Level level,
            @Nullable String message,
            @Nullable List<KeyValuePair> pairs,
            @Nullable Throwable error) {
        out.println(
                line.format(
                        level,
                        getName(),
                        message == null ? "" : message,
                        MDC.getCopyOfContextMap(),
                        pairs == null ? List.of() : pairs,
                        error));
    }

    private boolean enabled(Level level) {
        return level.toInt() >= threshold.toInt();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    public boolean isTraceEnabled() {
        return enabled(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return enabled(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return enabled(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return enabled(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return enabled(Level.ERROR);
    }
}
