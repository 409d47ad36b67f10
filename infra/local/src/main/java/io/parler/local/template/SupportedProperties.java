package io.parler.local.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The list `supported.yaml`: selects the properties that are used, drops those without effect
/// here, and reports everything else.
final class SupportedProperties {
    private static final String LIST = "supported.yaml";

    private final Map<String, TemplateValue> types;

    private SupportedProperties(Map<String, TemplateValue> types) {
        this.types = types;
    }

    static SupportedProperties load() {
        try (InputStream in = SupportedProperties.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is missing from the class path");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                if (YamlReader.read(LIST, reader) instanceof TemplateValue.Fields list) {
                    return new SupportedProperties(list.fields());
                }
                throw new IllegalStateException(LIST + " is not a map");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The properties that are used; empty for a type that has no effect here.
    Optional<TemplateValue.Fields> select(
            Location location, String type, TemplateValue.Fields properties) {
        TemplateValue shape = types.get(type);
        if (shape == null) {
            location.addUnsupported(properties.line(), type);
            return Optional.empty();
        }
        if (!(shape instanceof TemplateValue.Fields fields)) {
            return Optional.empty();
        }
        TemplateValue selected = select(location, type, properties, fields);
        return selected instanceof TemplateValue.Fields f ? Optional.of(f) : Optional.empty();
    }

    private static TemplateValue select(
            Location location, String path, TemplateValue value, TemplateValue shape) {
        return switch (shape) {
            case TemplateValue.Scalar _ -> value;
            case TemplateValue.Call call -> throw new IllegalStateException(LIST + ": " + call);
            case TemplateValue.Items allowed -> oneOf(location, path, value, allowed);
            case TemplateValue.Fields fields -> fieldsOf(location, path, value, fields);
        };
    }

    private static TemplateValue oneOf(
            Location location, String path, TemplateValue value, TemplateValue.Items allowed) {
        switch (value) {
            case TemplateValue.Items items ->
                    items.items().forEach(i -> oneOf(location, path, i, allowed));
            case TemplateValue.Scalar scalar -> {
                boolean known =
                        allowed.items().stream()
                                .anyMatch(
                                        a ->
                                                a instanceof TemplateValue.Scalar s
                                                        && s.value()
                                                                .toString()
                                                                .equals(scalar.value().toString()));
                if (!known) {
                    location.addUnsupported(value.line(), path + " " + scalar.value());
                }
            }
            case TemplateValue.Call call when isChoice(call) ->
                    branches(call).forEach(branch -> oneOf(location, path, branch, allowed));
            case TemplateValue.Call call when isNoValue(call) -> {}
            case TemplateValue.Call call ->
                    location.addUnsupported(value.line(), path + " by " + call.function());
            case TemplateValue.Fields _ ->
                    location.addUnsupported(value.line(), path + " as a map");
        }
        return value;
    }

    private static TemplateValue fieldsOf(
            Location location, String path, TemplateValue value, TemplateValue.Fields shape) {
        return switch (value) {
            case TemplateValue.Items items -> {
                List<TemplateValue> selected = new ArrayList<>();
                for (TemplateValue item : items.items()) {
                    selected.add(select(location, path, item, shape));
                }
                yield new TemplateValue.Items(selected, items.line());
            }
            case TemplateValue.Fields fields -> {
                Map<String, TemplateValue> selected = new LinkedHashMap<>();
                fields.fields()
                        .forEach((name, v) -> field(location, path, name, v, shape, selected));
                yield new TemplateValue.Fields(selected, fields.line());
            }
            case TemplateValue.Call call when isChoice(call) -> {
                List<TemplateValue> selected = new ArrayList<>(condition(call));
                branches(call).forEach(b -> selected.add(select(location, path, b, shape)));
                yield new TemplateValue.Call(
                        call.function(),
                        new TemplateValue.Items(selected, call.line()),
                        call.line());
            }
            case TemplateValue.Call call when isNoValue(call) -> call;
            case TemplateValue.Call call -> {
                location.addUnsupported(call.line(), path + " by " + call.function());
                yield call;
            }
            case TemplateValue.Scalar scalar -> {
                location.addUnsupported(scalar.line(), path + " as \"" + scalar.value() + "\"");
                yield scalar;
            }
        };
    }

    private static boolean isChoice(TemplateValue.Call call) {
        return call.function().equals("Fn::If")
                && call.argument() instanceof TemplateValue.Items items
                && items.items().size() == 3;
    }

    private static List<TemplateValue> condition(TemplateValue.Call choice) {
        return ((TemplateValue.Items) choice.argument()).items().subList(0, 1);
    }

    private static List<TemplateValue> branches(TemplateValue.Call choice) {
        return ((TemplateValue.Items) choice.argument()).items().subList(1, 3);
    }

    private static boolean isNoValue(TemplateValue.Call call) {
        return call.function().equals("Ref")
                && call.argument() instanceof TemplateValue.Scalar s
                && s.value().equals("AWS::NoValue");
    }

    private static void field(
            Location location,
            String path,
            String name,
            TemplateValue value,
            TemplateValue.Fields shape,
            Map<String, TemplateValue> selected) {
        TemplateValue inner = shape.fields().getOrDefault(name, shape.fields().get("*"));
        String here = path + "." + name;
        if (inner == null) {
            location.addUnsupported(value.line(), here);
        } else if (!(inner instanceof TemplateValue.Scalar s) || s.value().equals("used")) {
            selected.put(name, select(location, here, value, inner));
        }
    }

    /// A resource in a template, and the errors found so far.
    record Location(String file, String logicalId, List<String> errors) {
        void addUnsupported(int line, String what) {
            errors.add(
                    file + ":" + line + ": " + logicalId + ": " + what + " is not supported here");
        }
    }
}
