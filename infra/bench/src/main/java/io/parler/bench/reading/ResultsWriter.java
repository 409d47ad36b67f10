package io.parler.bench.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Writes the results as one JSON object with an entry for each file. Entries are written one by
/// one, so that a large set need not fit in memory.
final class ResultsWriter implements AutoCloseable {
    private final JsonGenerator json;

    ResultsWriter(Path file) {
        try {
            json = new JsonFactory().createGenerator(Files.newOutputStream(file));
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
        } catch (IOException _) {
            throw new ManifestException(file + " can't be written");
        }
    }

    /// Starts an object: the entry of a file, or an object in it.
    ResultsWriter open(String name) {
        return write(() -> json.writeObjectFieldStart(name));
    }

    ResultsWriter end() {
        return write(json::writeEndObject);
    }

    ResultsWriter openList(String name) {
        return write(() -> json.writeArrayFieldStart(name));
    }

    ResultsWriter item() {
        return write(json::writeStartObject);
    }

    ResultsWriter endList() {
        return write(json::writeEndArray);
    }

    /// Writes a string; an empty one is left out.
    ResultsWriter text(String name, String value) {
        return value.isEmpty() ? this : write(() -> json.writeStringField(name, value));
    }

    ResultsWriter text(String name, Optional<String> value) {
        return text(name, value.orElse(""));
    }

    ResultsWriter time(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    /// Writes a number, rounded to three decimals.
    ResultsWriter number(String name, double value) {
        return write(() -> json.writeNumberField(name, Math.round(value * 1000) / 1000.0));
    }

    private interface Step {
        void run() throws IOException;
    }

    private ResultsWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        write(json::writeEndObject);
        write(json::close);
    }
}
