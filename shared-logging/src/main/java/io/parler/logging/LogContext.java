package io.parler.logging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The request that a thread works on: every line it logs until `close` has the request's ids.
public final class LogContext implements AutoCloseable {
    private static final String REQUEST_ID = "requestId";

    private final @Nullable Map<String, String> before;

    private LogContext(@Nullable Map<String, String> before) {
        this.before = before;
    }

    public static LogContext open(String requestId, String correlationId) {
        LogContext context = new LogContext(MDC.getCopyOfContextMap());
        MDC.put(REQUEST_ID, requestId);
        MDC.put(Correlation.KEY, correlationId);
        return context;
    }

    @Override
    public void close() {
        if (before == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(before);
        }
    }
}
