package io.parler.local.stack;

import io.parler.local.template.NotSupported;
import io.parler.local.template.Value;
import io.parler.local.template.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A list of templates in the order they are deployed in, with the values of parameters that
/// differ on one machine, and secrets. All that the runtime is told of the suite it runs.
///
/// @param secrets parameters of the parameter store that no template writes
public record SuiteFile(List<Entry> stacks, Map<String, String> secrets) {
    /// A variable that is not there is empty only where it is one of the environment.
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env\\.[A-Za-z0-9_]+}");

    /// A parameter's values are joined with commas; empty ones are left out, and where nothing is
    /// left, the template's default stays.
    public record Entry(String name, Path template, Map<String, List<String>> parameters) {}

    /// Paths in the file are relative to it.
    public static SuiteFile read(Path file) {
        return new Reading(file).suite();
    }

    /// The parameters of one stack, with `${name}` replaced from `variables`.
    static Map<String, String> parameters(Entry entry, Map<String, String> variables) {
        Map<String, String> parameters = new LinkedHashMap<>();
        entry.parameters()
                .forEach(
                        (name, values) -> {
                            String joined =
                                    values.stream()
                                            .map(value -> filled(value, variables))
                                            .filter(value -> !value.isEmpty())
                                            .collect(Collectors.joining(","));
                            if (!joined.isEmpty()) {
                                parameters.put(name, joined);
                            }
                        });
        return parameters;
    }

    /// The secrets that are there, with `${name}` replaced from `variables`.
    Map<String, String> secrets(Map<String, String> variables) {
        Map<String, String> there = new LinkedHashMap<>();
        secrets.forEach((name, value) -> there.put(name, filled(value, variables)));
        there.values().removeIf(String::isEmpty);
        return there;
    }

    private static String filled(String value, Map<String, String> variables) {
        String result = value;
        for (Map.Entry<String, String> v : variables.entrySet()) {
            result = result.replace("${" + v.getKey() + "}", v.getValue());
        }
        return ENVIRONMENT.matcher(result).replaceAll("");
    }

    private record Reading(Path file) {
        SuiteFile suite() {
            Map<String, Value> root = fields("the file", YamlReader.read(file));
            List<Entry> stacks = new ArrayList<>();
            for (Value item : items("stacks", root.get("stacks"))) {
                Map<String, Value> fields = fields("stacks", item);
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

        private Map<String, Value> fields(
                String name, @org.jspecify.annotations.Nullable Value value) {
            if (value instanceof Value.Fields f) {
                return f.fields();
            }
            throw new NotSupported(file + ": " + name + " is not a map");
        }

        private List<Value> items(String name, @org.jspecify.annotations.Nullable Value value) {
            if (value instanceof Value.Items i) {
                return i.items();
            }
            throw new NotSupported(file + ": " + name + " is not a list");
        }

        private String text(String name, @org.jspecify.annotations.Nullable Value value) {
            if (value instanceof Value.Scalar s) {
                return s.value().toString();
            }
            throw new NotSupported(file + ": " + name + " is not a text");
        }

        private List<String> texts(String name, @org.jspecify.annotations.Nullable Value value) {
            return value instanceof Value.Items i
                    ? i.items().stream().map(item -> text(name, item)).toList()
                    : List.of(text(name, value));
        }
    }
}
