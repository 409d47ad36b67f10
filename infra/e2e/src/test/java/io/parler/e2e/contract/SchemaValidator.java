package io.parler.e2e.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;

/// JSON documents against the schemas of contracts/ and of the standards.
public final class SchemaValidator {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private SchemaValidator() {}

    /// What is wrong with the document, in words; empty when it fits.
    static List<String> complaints(String schema, String document) {
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

    static List<String> complaints(Path schema, String document) {
        return complaints(ProjectFiles.read(schema), document);
    }

    /// What is wrong with a schema, held against the metaschema of JSON Schema 2020-12.
    static List<String> complaintsAboutSchema(String schema) {
        return REGISTRY
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(schema, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /// What is wrong with a REST body, held against contracts/rest/.
    public static List<String> complaintsAboutBody(String name, String body) {
        return complaints(ProjectFiles.path("contracts", "rest", name + ".schema.json"), body);
    }
}
