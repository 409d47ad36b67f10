package io.parler.local.stack;

import io.parler.local.template.TemplateException;
import io.parler.local.template.TemplateValue;
import io.parler.local.template.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The suite file: the templates in the order of deployment, with the parameter values that differ
/// on one machine, and secrets.
///
/// @param secrets values for the parameter store that no template writes
public record SuiteFile(List<Entry> stacks, Map<String, String> secrets) {
    /// An environment variable that is not set is replaced by an empty string.
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env\\.[A-Za-z0-9_]+}");

    /// A stack. The values of a parameter are joined with commas; empty ones are left out. A
    /// parameter without any value has the template's default.
    public record Entry(String name, Path template, Map<String, List<String>> parameters) {}

    /// Paths in the file are relative to it.
    public static SuiteFile read(Path file) {
        return new Parser(file).parse();
    }

    /// The parameters of one stack, with `${name}` replaced from `variables`.
    static Map<String, String> parameters(Entry entry, Map<String, String> variables) {
        Map<String, String> parameters = new LinkedHashMap<>();
        entry.parameters()
                .forEach(
                        (name, values) -> {
                            String joined =
                                    values.stream()
                                            .map(value -> substitute(value, variables))
                                            .filter(value -> !value.isEmpty())
                                            .collect(Collectors.joining(","));
                            if (!joined.isEmpty()) {
                                parameters.put(name, joined);
                            }
                        });
        return parameters;
    }

    /// The secrets that have a value, with `${name}` replaced from `variables`.
    Map<String, String> secrets(Map<String, String> variables) {
        Map<String, String> present = new LinkedHashMap<>();
        secrets.forEach((name, value) -> present.put(name, substitute(value, variables)));
        present.values().removeIf(String::isEmpty);
        return present;
    }

    private static String substitute(String value, Map<String, String> variables) {
        String result = value;
        for (Map.Entry<String, String> v : variables.entrySet()) {
            result = result.replace("${" + v.getKey() + "}", v.getValue());
        }
        return ENVIRONMENT.matcher(result).replaceAll("");
    }

    private record Parser(Path file) {
        SuiteFile parse() {
            Map<String, TemplateValue> root = fields("the file", YamlReader.read(file));
            List<Entry> stacks = new ArrayList<>();
            for (TemplateValue item : items("stacks", root.get("stacks"))) {
                Map<String, TemplateValue> fields = fields("stacks", item);
                Map<String, List<String>> parameters = new LinkedHashMap<>();
                if (fields.containsKey("parameters")) {
                    fields("parameters", fields.get("parameters"))
                            .forEach((name, value) -> parameters.put(name, texts(name, value)));
                }
                stacks.add(
                        new Entry(
                                text("name", fields.get("name")),
                                path(text("template", fields.get("template"))),
                                parameters));
            }
            Map<String, String> secrets = new LinkedHashMap<>();
            if (root.containsKey("secrets")) {
                fields("secrets", root.get("secrets"))
                        .forEach((name, value) -> secrets.put(name, text(name, value)));
            }
            return new SuiteFile(stacks, secrets);
        }

        private Path path(String relative) {
            return Optional.ofNullable(file.getParent())
                    .orElse(Path.of("."))
                    .resolve(relative)
                    .normalize();
        }

        private Map<String, TemplateValue> fields(String name, @Nullable TemplateValue value) {
            if (value instanceof TemplateValue.Fields f) {
                return f.fields();
            }
            throw new TemplateException(file + ": " + name + " is not a map");
        }

        private List<TemplateValue> items(String name, @Nullable TemplateValue value) {
            if (value instanceof TemplateValue.Items i) {
                return i.items();
            }
            throw new TemplateException(file + ": " + name + " is not a list");
        }

        private String text(String name, @Nullable TemplateValue value) {
            if (value instanceof TemplateValue.Scalar s) {
                return s.value().toString();
            }
            throw new TemplateException(file + ": " + name + " is not a string");
        }

        private List<String> texts(String name, @Nullable TemplateValue value) {
            return value instanceof TemplateValue.Items i
                    ? i.items().stream().map(item -> text(name, item)).toList()
                    : List.of(text(name, value));
        }
    }
}
