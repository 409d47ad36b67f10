package io.parler.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/// The format of a line: `timestamp, level, service, function, requestId, correlationId`, the id of
/// the trace where there is one, `logger, message`, then the event's key-values, then `error:
/// {type, message, stack}`. `timestamp` and `level` are the names CloudWatch reads from JSON logs.
record LogLine(String service, String function, InstantSource clock) {
    private static final JsonFactory JSON = new JsonFactory();

    /// Source: AWS Lambda Developer Guide, "Defined runtime environment variables".
    static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

    private static final String ROOT = "Root=";

    /// CloudWatch cuts a line of more than 256 KB, which a runaway stack would be.
    private static final int MAX_STACK = 20_000;

    static LogLine ofFunction(Map<String, String> environment, InstantSource clock) {
        return new LogLine(
                environment.getOrDefault("SERVICE_NAME", ""),
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", ""),
                clock);
    }

    String format(
            Level level,
            String logger,
            String message,
            @Nullable Map<String, String> context,
            List<KeyValuePair> pairs,
            @Nullable Throwable error) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("timestamp", clock.instant().toString());
            json.writeStringField("level", level.name());
            json.writeStringField("service", service);
            json.writeStringField("function", function);
            if (context != null) {
                for (Map.Entry<String, String> id : context.entrySet()) {
                    json.writeStringField(id.getKey(), id.getValue());
                }
            }
            String trace = traceId();
            if (trace != null) {
                json.writeStringField("traceId", trace);
            }
            json.writeStringField("logger", logger);
            json.writeStringField("message", message);
            for (KeyValuePair pair : pairs) {
                writePair(json, pair);
            }
            if (error != null) {
                writeError(json, error);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /// The id in X-Ray of the invocation under way: `Root` of the trace header, which Lambda's Java
    /// runtimes keep in a system property. None where nothing is traced.
    private static @Nullable String traceId() {
        String header = System.getProperty(TRACE_HEADER);
        if (header == null || !header.startsWith(ROOT)) {
            return null;
        }
        int end = header.indexOf(';');
        return header.substring(ROOT.length(), end < 0 ? header.length() : end);
    }

    private static void writePair(JsonGenerator json, KeyValuePair pair) throws IOException {
        json.writeFieldName(pair.key);
        switch (pair.value) {
            case null -> json.writeNull();
            case Integer n -> json.writeNumber(n);
            case Long n -> json.writeNumber(n);
            case Double n -> json.writeNumber(n);
            case Boolean b -> json.writeBoolean(b);
            default -> json.writeString(pair.value.toString());
        }
    }

    private static void writeError(JsonGenerator json, Throwable error) throws IOException {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        json.writeObjectFieldStart("error");
        json.writeStringField("type", error.getClass().getName());
        json.writeStringField("message", String.valueOf(error.getMessage()));
        json.writeStringField(
                "stack",
                stack.toString().substring(0, Math.min(MAX_STACK, stack.getBuffer().length())));
        json.writeEndObject();
    }
}
