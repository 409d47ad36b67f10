package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parler.loadpost.Fixtures;

/// The contracts of contracts/, as they lie on the class path.
final class Contract {
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    /// `name` is a path under contracts/, such as `rest/examples/posts.json`.
    static String read(String name) {
        return Fixtures.read("contracts/" + name);
    }

    static void assertFits(String schema, String json) {
        var errors =
                SCHEMAS.getSchema(read(schema + ".schema.json"), InputFormat.JSON)
                        .validate(
                                json,
                                InputFormat.JSON,
                                context ->
                                        context.executionConfig(
                                                config -> config.formatAssertionsEnabled(true)));
        assertThat(errors.stream().map(Error::toString)).as(schema).isEmpty();
    }
}
