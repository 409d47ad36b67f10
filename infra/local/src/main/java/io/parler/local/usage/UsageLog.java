package io.parler.local.usage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of what AWS would bill: a line of JSON for each invocation of a function, each call of a
/// service by a function, and each request to the edge. Or none, which costs nothing.
public final class UsageLog implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable BufferedWriter writer;

    private UsageLog(@Nullable BufferedWriter writer) {
        this.writer = writer;
    }

    public static UsageLog none() {
        return new UsageLog(null);
    }

    /// Replaces the file.
    public static UsageLog to(Path file) {
        try {
            return new UsageLog(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isOn() {
        return writer != null;
    }

    /// A function ran.
    ///
    /// @param event what it was invoked with; its messages are counted
    public void invoked(String function, int memoryMb, Duration time, byte[] event) {
        if (!isOn()) {
            return;
        }
        ObjectNode line =
                line("invocation")
                        .put("function", function)
                        .put("memory", memoryMb)
                        .put("ms", time.toNanos() / 1e6);
        JsonNode messages = read(event).path("Records");
        if (messages.size() > 0) {
            String queue = messages.path(0).path("eventSourceARN").asText();
            line.put("queue", queue.substring(queue.lastIndexOf(':') + 1))
                    .put("messages", messages.size());
        }
        write(line);
    }

    /// A function called a service, which allowed it.
    ///
    /// @param writes how many writes a transaction has; 1 for all other calls
    /// @param response of DynamoDB, with its `ConsumedCapacity`
    public void called(
            String function,
            String action,
            String resource,
            int writes,
            long bytesSent,
            long bytesReceived,
            byte[] response) {
        if (!isOn()) {
            return;
        }
        ObjectNode line =
                line("call")
                        .put("function", function)
                        .put("action", action)
                        .put("resource", resource)
                        .put("writes", writes)
                        .put("sent", bytesSent)
                        .put("received", bytesReceived);
        if (response.length > 0) {
            addCapacity(read(response).path("ConsumedCapacity"), line.putObject("capacity"));
        }
        write(line);
    }

    /// The edge responded.
    ///
    /// @param path the pattern of the distribution
    /// @param bucket whether a bucket is behind it, or else an API
    public void served(String method, String path, boolean bucket, int status, long bytes) {
        if (isOn()) {
            write(
                    line("request")
                            .put("method", method)
                            .put("path", path)
                            .put("bucket", bucket)
                            .put("status", status)
                            .put("bytes", bytes));
        }
    }

    /// One object, or a list with one for each table.
    private static void addCapacity(JsonNode consumed, ObjectNode tables) {
        Iterable<JsonNode> all = consumed.isArray() ? consumed : List.of(consumed);
        for (JsonNode one : all) {
            if (one.has("TableName")) {
                String table = one.path("TableName").asText();
                tables.put(
                        table,
                        tables.path(table).asDouble() + one.path("CapacityUnits").asDouble());
            }
        }
    }

    private static ObjectNode line(String kind) {
        return JSON.createObjectNode().put("kind", kind);
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException _) {
            return JSON.missingNode();
        }
    }

    private synchronized void write(ObjectNode line) {
        if (writer == null) {
            return;
        }
        try {
            writer.write(line.toString());
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
