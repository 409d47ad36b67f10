package io.parler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A line that a function of the local suite has logged.
///
/// @param text the line as it is in the file
record LogLine(JsonNode fields, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORRELATION_ID = "correlationId";

    /// The lines of all functions, by their time. Lines of metrics, and what is not JSON, are left
    /// out.
    ///
    /// @param data the data folder of a suite
    static List<LogLine> readAll(Path data) throws IOException {
        Path folder = data.resolve("logs");
        if (!Files.isDirectory(folder)) {
            throw new CommandException("There are no logs in " + folder + ".");
        }
        List<LogLine> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
                lines.addAll(read(file));
            }
        }
        lines.sort(Comparator.comparing(LogLine::time));
        return lines;
    }

    private static List<LogLine> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(LogLine::parse).flatMap(Optional::stream).toList();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedInputException) {
                return List.of();
            }
            throw e;
        }
    }

    private static Optional<LogLine> parse(String text) {
        if (!text.startsWith("{\"timestamp\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LogLine(JSON.readTree(text), text));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // being written
        }
    }

    /// The lines about a correlation id or a conversion: those that name it, and all others of the
    /// requests in which it occurs.
    static List<LogLine> about(String id, List<LogLine> lines) {
        Set<String> requests = new HashSet<>(Set.of(id));
        for (LogLine line : lines) {
            if (line.text().contains('"' + id + '"')) {
                requests.add(line.field(CORRELATION_ID));
            }
        }
        return lines.stream()
                .filter(
                        line ->
                                requests.contains(line.field(CORRELATION_ID))
                                        || line.text().contains('"' + id + '"'))
                .toList();
    }

    String time() {
        return field("timestamp");
    }

    /// A field as text; empty if the line has none of that name.
    String field(String name) {
        return fields.path(name).asText();
    }
}
