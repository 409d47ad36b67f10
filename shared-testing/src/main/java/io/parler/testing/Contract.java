package io.parler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The golden examples and the JSON Schemas of `contracts/`.
public final class Contract {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /// The example of an event, such as `conversion.started.v1`.
    public static String event(String name) {
        return read("events/examples/" + name + ".json");
    }

    /// The example of a REST body, such as `library-empty`.
    public static String body(String name) {
        return read("rest/examples/" + name + ".json");
    }

    /// A file by its path under `contracts/`, such as `problems.json`.
    public static String read(String path) {
        try (InputStream in =
                Objects.requireNonNull(
                        Contract.class.getResourceAsStream("/contracts/" + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The errors of a document; empty if it is valid. `schema` is a path under `contracts/`
    /// without its ending, such as `rest/library`.
    public static List<String> errors(String schema, String json) {
        return SCHEMAS
                .getSchema(read(schema + ".schema.json"), InputFormat.JSON)
                .validate(
                        json,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(
                                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// Fails when a document is invalid. `schema` as in [#errors].
    public static void assertValid(String schema, String json) {
        assertThat(errors(schema, json)).as(schema).isEmpty();
    }
}
