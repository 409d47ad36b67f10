package io.parler.deploy.suite;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The suite file: the stacks in the order of deployment. What is for one machine only is not read.
public record SuiteFile(List<SuiteEntry> entries) {
    /// Paths in the file are relative to it.
    public static SuiteFile read(Path file) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Parser(file).suite(new Load(settings).loadFromReader(reader));
        } catch (IOException e) {
            throw new DeployException(file + " can't be read: " + e.getMessage());
        } catch (YamlEngineException e) {
            throw new DeployException(file + " is not YAML: " + e.getMessage());
        }
    }

    /// The names of the stacks, each once, in the order of the first deployment.
    public List<String> names() {
        return entries.stream().map(SuiteEntry::name).distinct().toList();
    }

    /// The key pairs that the stacks need.
    public List<String> keyPairs() {
        return entries.stream().flatMap(entry -> entry.keyPairs().stream()).distinct().toList();
    }

    /// Only the stacks with these names; all without any.
    public SuiteFile only(List<String> names) {
        for (String name : names) {
            if (!names().contains(name)) {
                throw new DeployException(
                        "There is no stack " + name + "; there are " + joined(names()) + ".");
            }
        }
        return names.isEmpty()
                ? this
                : new SuiteFile(
                        entries.stream().filter(entry -> names.contains(entry.name())).toList());
    }

    private static String joined(List<String> names) {
        return String.join(", ", names);
    }

    private record Parser(Path file) {
        SuiteFile suite(@Nullable Object root) {
            List<SuiteEntry> entries = new ArrayList<>();
            for (Object stack : list("stacks", map("the file", root).get("stacks"))) {
                Map<?, ?> fields = map("stacks", stack);
                Map<String, List<String>> parameters = new LinkedHashMap<>();
                if (fields.get("parameters") != null) {
                    map("parameters", fields.get("parameters"))
                            .forEach(
                                    (name, value) ->
                                            parameters.put(
                                                    String.valueOf(name),
                                                    texts(String.valueOf(name), value)));
                }
                entries.add(
                        new SuiteEntry(
                                text("name", fields.get("name")),
                                path(text("template", fields.get("template"))),
                                parameters,
                                fields.get("keyPairs") == null
                                        ? List.of()
                                        : texts("keyPairs", fields.get("keyPairs"))));
            }
            return new SuiteFile(List.copyOf(entries));
        }

        private Path path(String relative) {
            return Optional.ofNullable(file.getParent())
                    .orElse(Path.of("."))
                    .resolve(relative)
                    .normalize();
        }

        private Map<?, ?> map(String name, @Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new DeployException(file + ": " + name + " is not a map");
        }

        private List<?> list(String name, @Nullable Object value) {
            if (value instanceof List<?> list) {
                return list;
            }
            throw new DeployException(file + ": " + name + " is not a list");
        }

        private String text(String name, @Nullable Object value) {
            if (value == null || value instanceof Map || value instanceof List) {
                throw new DeployException(file + ": " + name + " is not a string");
            }
            return value.toString();
        }

        private List<String> texts(String name, @Nullable Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(item -> text(name, item)).toList()
                    : List.of(text(name, value));
        }
    }
}
