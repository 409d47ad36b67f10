package io.parler.local.stack;

import io.parler.local.template.TemplateException;
import io.parler.local.template.TemplateValue;
import io.parler.local.template.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The suite file: the templates in the order of deployment, their parameters, and secrets.
///
/// @param name the name of the suite; names of stacks and of shared parameters start with it
/// @param stage the stage that the templates have by default
/// @param stacks in order of deployment; the second entry of a stack is an update
/// @param secrets values for the parameter store that no template writes
public record SuiteFile(
        String name, String stage, List<Entry> stacks, Map<String, String> secrets) {
    /// An environment variable that is not set is replaced by what stands behind `:-`, as a shell
    /// does it, or by an empty string.
    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\$\\{(env\\.[A-Za-z0-9_]+)(?::-([^}]*))?}");

    /// A shared parameter: `${ssm:shop/api-host}` is the value of `/NAME/STAGE/shop/api-host`.
    private static final Pattern SHARED = Pattern.compile("\\$\\{ssm:([^}]+)}");

    /// A stack. The values of a parameter are joined with commas; empty ones are left out. A
    /// parameter without any value has the template's default.
    ///
    /// @param parameters the same wherever the suite is deployed
    /// @param local only on one machine
    /// @param keyPairs the key pairs that it needs, by the names of their private keys
    public record Entry(
            String name,
            Path template,
            Map<String, List<String>> parameters,
            Map<String, List<String>> local,
            List<String> keyPairs) {}

    /// Paths in the file are relative to it.
    public static SuiteFile read(Path file) {
        return new Parser(file).parse();
    }

    /// The parameters of one stack on this machine, with `${name}` replaced from `variables`, and
    /// `${ssm:name}` from the parameter store.
    Map<String, String> parameters(
            Entry entry, Map<String, String> variables, StackParameters store) {
        Map<String, List<String>> all = new LinkedHashMap<>(entry.parameters());
        all.putAll(entry.local());
        Map<String, String> parameters = new LinkedHashMap<>();
        all.forEach(
                (name, values) -> {
                    String joined =
                            values.stream()
                                    .map(value -> shared(value, store))
                                    .map(value -> substitute(value, variables))
                                    .filter(value -> !value.isEmpty())
                                    .collect(Collectors.joining(","));
                    if (!joined.isEmpty()) {
                        parameters.put(name, joined);
                    }
                });
        return parameters;
    }

    /// The parameters that hold the private keys of an entry's key pairs.
    List<String> keyPairs(Entry entry) {
        return entry.keyPairs().stream().map(this::sharedName).toList();
    }

    private String sharedName(String path) {
        return "/" + name + "/" + stage + "/" + path;
    }

    /// The secrets that have a value, with `${name}` replaced from `variables`.
    Map<String, String> secrets(Map<String, String> variables) {
        Map<String, String> present = new LinkedHashMap<>();
        secrets.forEach((name, value) -> present.put(name, substitute(value, variables)));
        present.values().removeIf(String::isEmpty);
        return present;
    }

    private String shared(String value, StackParameters store) {
        return SHARED.matcher(value)
                .replaceAll(
                        match -> {
                            String parameter = sharedName(match.group(1));
                            return Matcher.quoteReplacement(
                                    store.get(parameter)
                                            .orElseThrow(
                                                    () ->
                                                            new TemplateException(
                                                                    "no stack before this one wrote "
                                                                            + parameter)));
                        });
    }

    private static String substitute(String value, Map<String, String> variables) {
        String result = value;
        for (Map.Entry<String, String> v : variables.entrySet()) {
            result = result.replace("${" + v.getKey() + "}", v.getValue());
        }
        return ENVIRONMENT
                .matcher(result)
                .replaceAll(
                        match ->
                                Matcher.quoteReplacement(
                                        variables.getOrDefault(
                                                match.group(1),
                                                Objects.requireNonNullElse(match.group(2), ""))));
    }

    private record Parser(Path file) {
        SuiteFile parse() {
            Map<String, TemplateValue> root = fields("the file", YamlReader.read(file));
            List<Entry> stacks = new ArrayList<>();
            for (TemplateValue item : items("stacks", root.get("stacks"))) {
                Map<String, TemplateValue> fields = fields("stacks", item);
                stacks.add(
                        new Entry(
                                text("name", fields.get("name")),
                                path(text("template", fields.get("template"))),
                                parameters("parameters", fields),
                                parameters("local", fields),
                                fields.containsKey("keyPairs")
                                        ? texts("keyPairs", fields.get("keyPairs"))
                                        : List.of()));
            }
            Map<String, String> secrets = new LinkedHashMap<>();
            if (root.containsKey("secrets")) {
                fields("secrets", root.get("secrets"))
                        .forEach((name, value) -> secrets.put(name, text(name, value)));
            }
            return new SuiteFile(
                    text("suite", root.get("suite")),
                    text("stage", root.get("stage")),
                    stacks,
                    secrets);
        }

        private Map<String, List<String>> parameters(
                String name, Map<String, TemplateValue> entry) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            if (entry.containsKey(name)) {
                fields(name, entry.get(name))
                        .forEach(
                                (parameter, value) ->
                                        parameters.put(parameter, texts(parameter, value)));
            }
            return parameters;
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
