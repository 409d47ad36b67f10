package io.parler.e2e.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;

/// Validates JSON documents against the schemas of contracts/ and of the standards.
public final class SchemaValidator {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private SchemaValidator() {}

    /// The errors of the document; empty if it is valid.
    public static List<String> errors(String schema, String document) {
        return REGISTRY
                .getSchema(schema, InputFormat.JSON)
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    static List<String> errors(Path schema, String document) {
        return errors(ProjectFiles.read(schema), document);
    }

    /// The errors of a schema, validated against the metaschema of JSON Schema 2020-12.
    static List<String> errorsOfSchema(String schema) {
        return REGISTRY
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// The errors of a REST body, validated against contracts/rest/.
    public static List<String> errorsOfBody(String name, String body) {
        return errors(ProjectFiles.path("contracts", "rest", name + ".schema.json"), body);
    }
}
