package io.parler.frontend.aws;

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

/// The examples and schemas that all services hold each other to.
final class Golden {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Golden() {}

    static String event(String name) {
        return read("/contracts/events/examples/" + name + ".json");
    }

    static String body(String name) {
        return read("/contracts/rest/examples/" + name + ".json");
    }

    /// What is wrong with a REST body, in words; empty when it fits its schema.
    static List<String> complaints(String schema, String body) {
        return REGISTRY
                .getSchema(read("/contracts/rest/" + schema + ".schema.json"), InputFormat.JSON)
                .validate(
                        body,
                        InputFormat.JSON,
                        context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = Golden.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
