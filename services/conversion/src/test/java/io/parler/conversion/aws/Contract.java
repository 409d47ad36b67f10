package io.parler.conversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The contracts of contracts/, as they lie on the class path.
public final class Contract {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /// `name` is a path under contracts/, such as `events/examples/conversion.started.v1.json`.
    public static String read(String name) {
        try (InputStream in =
                Objects.requireNonNull(
                        Contract.class.getResourceAsStream("/contracts/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void assertFits(String schema, String json) {
        assertThat(
                        SCHEMAS
                                .getSchema(read(schema + ".schema.json"), InputFormat.JSON)
                                .validate(
                                        json,
                                        InputFormat.JSON,
                                        context ->
                                                context.executionConfig(
                                                        config ->
                                                                config.formatAssertionsEnabled(
                                                                        true)))
                                .stream()
                                .map(Error::toString))
                .as(schema)
                .isEmpty();
    }
}
