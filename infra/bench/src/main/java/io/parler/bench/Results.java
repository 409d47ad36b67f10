package io.parler.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The results of a bench as one JSON object, an entry a file, written one by one: a large set
/// need not fit in memory.
final class Results implements AutoCloseable {
    private final JsonGenerator json;

    Results(Path file) {
        try {
            json = new JsonFactory().createGenerator(Files.newOutputStream(file));
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
        } catch (IOException _) {
            throw new BadManifest(file + " can't be written");
        }
    }

    /// Opens an object: a file's entry, or one in it.
    Results open(String name) {
        return write(() -> json.writeObjectFieldStart(name));
    }

    Results end() {
        return write(json::writeEndObject);
    }

    Results openList(String name) {
        return write(() -> json.writeArrayFieldStart(name));
    }

    Results item() {
        return write(json::writeStartObject);
    }

    Results endList() {
        return write(json::writeEndArray);
    }

    /// An empty text is left out.
    Results text(String name, String value) {
        return value.isEmpty() ? this : write(() -> json.writeStringField(name, value));
    }

    Results text(String name, Optional<String> value) {
        return text(name, value.orElse(""));
    }

    Results time(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    /// To a thousandth.
    Results number(String name, double value) {
        return write(() -> json.writeNumberField(name, Math.round(value * 1000) / 1000.0));
    }

    private interface Step {
        void run() throws IOException;
    }

    private Results write(Step step) {
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
