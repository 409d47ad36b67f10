package io.parler.frontend;

import io.parler.html.Html;
import io.parler.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Fills the templates of the pages about problems: one for each type, their list, and the page for
/// an address that doesn't exist.
public final class ProblemPages {

    public Optional<Document> problem(String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> Document.html(fill(template("problem.html"), values(type))));
    }

    public Document list() {
        String rows =
                Arrays.stream(ProblemType.values())
                        .map(type -> fill(template("problem-row.html"), values(type)))
                        .collect(Collectors.joining());
        return Document.html(template("problems.html").replace("{{rows}}", rows));
    }

    public Document notFound() {
        return Document.html(template("nothing-here.html"));
    }

    private static Map<String, String> values(ProblemType type) {
        return Map.of(
                "slug", type.slug(),
                "title", type.title(),
                "status", Integer.toString(type.status()),
                "help", type.help());
    }

    private static String fill(String template, Map<String, String> values) {
        String page = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", Html.escape(value.getValue()));
        }
        return page;
    }

    private static String template(String name) {
        try (InputStream in = ProblemPages.class.getResourceAsStream("/pages/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
