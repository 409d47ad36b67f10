package io.parler.frontend.aws;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.frontend.Document;
import io.parler.frontend.KnownProblem;
import io.parler.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The contracts this archive was built with: the problems, and the REST API's description.
final class Contracts {
    private Contracts() {}

    static List<KnownProblem> problems() {
        try {
            return Json.tree(new String(read("problems.json"), StandardCharsets.UTF_8))
                    .properties()
                    .stream()
                    .map(entry -> problem(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownProblem problem(String slug, JsonNode value) {
        return new KnownProblem(
                slug,
                value.path("title").asText(),
                value.path("status").asInt(),
                value.path("help").asText());
    }

    static Document openApi() {
        return Document.of("application/json", read("openapi.json"));
    }

    private static byte[] read(String name) {
        try (InputStream in = Contracts.class.getResourceAsStream("/contracts/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
