package io.parler.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pages that are filled in: one for each type of problem, the list of them, and the one for
/// an address that leads nowhere.
public final class Pages {
    private final List<KnownProblem> problems;

    public Pages(List<KnownProblem> problems) {
        this.problems = List.copyOf(problems);
    }

    public Optional<Document> problem(String slug) {
        return problems.stream()
                .filter(problem -> problem.slug().equals(slug))
                .findFirst()
                .map(Pages::page);
    }

    public Document problems() {
        String rows =
                problems.stream()
                        .map(problem -> fill(template("problem-row.html"), values(problem)))
                        .collect(Collectors.joining());
        return Document.html(template("problems.html").replace("{{rows}}", rows));
    }

    public Document nothingHere() {
        return Document.html(template("nothing-here.html"));
    }

    private static Document page(KnownProblem problem) {
        return Document.html(fill(template("problem.html"), values(problem)));
    }

    private static Map<String, String> values(KnownProblem problem) {
        return Map.of(
                "slug", problem.slug(),
                "title", problem.title(),
                "status", Integer.toString(problem.status()),
                "help", problem.help());
    }

    private static String fill(String template, Map<String, String> values) {
        String page = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{{" + value.getKey() + "}}", escaped(value.getValue()));
        }
        return page;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String template(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
