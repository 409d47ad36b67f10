package io.parler.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes counts and durations as lines from which CloudWatch makes metrics (Embedded Metric
/// Format, namespace `Parler`, dimensions `Stage` and `Service`), without a call or a client.
public final class Metrics {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Metrics DEFAULT =
            new Metrics(System.out, System.getenv(), InstantSource.system());

    private final PrintStream out;
    private final Map<String, String> dimensions;
    private final InstantSource clock;

    Metrics(PrintStream out, Map<String, String> environment, InstantSource clock) {
        this.out = out;
        this.dimensions = new LinkedHashMap<>();
        dimensions.put("Stage", environment.getOrDefault("STAGE", ""));
        dimensions.put("Service", environment.getOrDefault("SERVICE_NAME", ""));
        this.clock = clock;
    }

    public static void count(String name, long n) {
        count(name, n, Map.of());
    }

    /// A count that is told apart by further dimensions: each combination of their values is a
    /// metric of its own, and is billed as one.
    public static void count(String name, long n, Map<String, String> dimensions) {
        DEFAULT.write(name, "Count", n, dimensions);
    }

    public static void milliseconds(String name, long ms) {
        DEFAULT.write(name, "Milliseconds", ms, Map.of());
    }

    void write(String name, String unit, long value, Map<String, String> further) {
        Map<String, String> all = new LinkedHashMap<>(dimensions);
        all.putAll(further);
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
            for (String dimension : all.keySet()) {
                json.writeString(dimension);
            }
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
            for (Map.Entry<String, String> dimension : all.entrySet()) {
                json.writeStringField(dimension.getKey(), dimension.getValue());
            }
            json.writeNumberField(name, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(line);
    }
}
