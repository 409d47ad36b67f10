package io.parler.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;

/// Writes counts and durations as lines from which CloudWatch makes metrics (Embedded Metric
/// Format, namespace `Parler`, dimension `Service`), without a call or a client.
public final class Metrics {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Metrics DEFAULT =
            new Metrics(
                    System.out,
                    System.getenv().getOrDefault("SERVICE_NAME", ""),
                    InstantSource.system());

    private final PrintStream out;
    private final String service;
    private final InstantSource clock;

    Metrics(PrintStream out, String service, InstantSource clock) {
        this.out = out;
        this.service = service;
        this.clock = clock;
    }

    public static void count(String name, long n) {
        DEFAULT.write(name, "Count", n);
    }

    public static void milliseconds(String name, long ms) {
        DEFAULT.write(name, "Milliseconds", ms);
    }

    void write(String name, String unit, long value) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeObjectFieldStart("_aws");
            json.writeNumberField("Timestamp", clock.millis());
            json.writeArrayFieldStart("CloudWatchMetrics");
            json.writeStartObject();
            json.writeStringField("Namespace", "Parler");
            json.writeArrayFieldStart("Dimensions");
            json.writeStartArray();
            json.writeString("Service");
            json.writeEndArray();
            json.writeEndArray();
            json.writeArrayFieldStart("Metrics");
            json.writeStartObject();
            json.writeStringField("Name", name);
            json.writeStringField("Unit", unit);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
            json.writeStringField("Service", service);
            json.writeNumberField(name, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
