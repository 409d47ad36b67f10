package io.parler.frontend.aws;

import io.parler.frontend.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The description of the REST API, which the build puts into the archive.
final class OpenApiDocument {
    private OpenApiDocument() {}

    static Document read() {
        try (InputStream in =
                OpenApiDocument.class.getResourceAsStream("/contracts/openapi.json")) {
            return Document.of("application/json", Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
