package io.parler.logging;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/// The provider that slf4j finds on the class path: every logger writes to the standard output, at
/// `AWS_LAMBDA_LOG_LEVEL` and above (INFO when it isn't set).
public final class JsonLoggingProvider implements SLF4JServiceProvider {
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new BasicMDCAdapter();
    private final ILoggerFactory loggers =
            JsonLoggers.writingTo(
                    System.out,
                    LogLine.ofFunction(System.getenv(), InstantSource.system()),
                    level(System.getenv("AWS_LAMBDA_LOG_LEVEL")));

    /// Maps Lambda's names of levels (TRACE to FATAL) to those of slf4j, which has no FATAL.
    static Level level(@Nullable String name) {
        if (name == null) {
            return Level.INFO;
        }
        return switch (name) {
            case "TRACE" -> Level.TRACE;
            case "DEBUG" -> Level.DEBUG;
            case "WARN" -> Level.WARN;
            case "ERROR", "FATAL" -> Level.ERROR;
            default -> Level.INFO;
        };
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        // All is built in the fields: a provider is made once.
    }
}
