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

/// The list `supported.yaml`: keeps of a resource what is stood up, drops what has no meaning
/// here, and names everything else.
final class Supported {
    private static final String LIST = "supported.yaml";

    private final Map<String, Value> types;

    private Supported(Map<String, Value> types) {
        this.types = types;
    }

    static Supported load() {
        try (InputStream in = Supported.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException(LIST + " is missing from the class path");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                if (YamlReader.read(LIST, reader) instanceof Value.Fields list) {
                    return new Supported(list.fields());
                }
                throw new IllegalStateException(LIST + " is not a map");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The properties that are stood up; nothing for a type without meaning here.
    Optional<Value.Fields> keep(Where where, String type, Value.Fields properties) {
        Value shape = types.get(type);
        if (shape == null) {
            where.refuse(properties.line(), type);
            return Optional.empty();
        }
        if (!(shape instanceof Value.Fields fields)) {
            return Optional.empty();
        }
        Value kept = keep(where, type, properties, fields);
        return kept instanceof Value.Fields f ? Optional.of(f) : Optional.empty();
    }

    private static Value keep(Where where, String path, Value value, Value shape) {
        return switch (shape) {
            case Value.Scalar _ -> value;
            case Value.Call call -> throw new IllegalStateException(LIST + ": " + call);
            case Value.Items allowed -> oneOf(where, path, value, allowed);
            case Value.Fields fields -> fieldsOf(where, path, value, fields);
        };
    }

    private static Value oneOf(Where where, String path, Value value, Value.Items allowed) {
        switch (value) {
            case Value.Items items -> items.items().forEach(i -> oneOf(where, path, i, allowed));
            case Value.Scalar scalar -> {
                boolean known =
                        allowed.items().stream()
                                .anyMatch(
                                        a ->
                                                a instanceof Value.Scalar s
                                                        && s.value()
                                                                .toString()
                                                                .equals(scalar.value().toString()));
                if (!known) {
                    where.refuse(value.line(), path + " " + scalar.value());
                }
            }
            case Value.Call call -> where.refuse(value.line(), path + " by " + call.function());
            case Value.Fields _ -> where.refuse(value.line(), path + " as a map");
        }
        return value;
    }

    private static Value fieldsOf(Where where, String path, Value value, Value.Fields shape) {
        return switch (value) {
            case Value.Items items -> {
                List<Value> kept = new ArrayList<>();
                for (Value item : items.items()) {
                    kept.add(keep(where, path, item, shape));
                }
                yield new Value.Items(kept, items.line());
            }
            case Value.Fields fields -> {
                Map<String, Value> kept = new LinkedHashMap<>();
                fields.fields().forEach((name, v) -> field(where, path, name, v, shape, kept));
                yield new Value.Fields(kept, fields.line());
            }
            case Value.Call call -> {
                where.refuse(call.line(), path + " by " + call.function());
                yield call;
            }
            case Value.Scalar scalar -> {
                where.refuse(scalar.line(), path + " as \"" + scalar.value() + "\"");
                yield scalar;
            }
        };
    }

    private static void field(
            Where where,
            String path,
            String name,
            Value value,
            Value.Fields shape,
            Map<String, Value> kept) {
        Value inner = shape.fields().getOrDefault(name, shape.fields().get("*"));
        String here = path + "." + name;
        if (inner == null) {
            where.refuse(value.line(), here);
        } else if (!(inner instanceof Value.Scalar s) || s.value().equals("used")) {
            kept.put(name, keep(where, here, value, inner));
        }
    }

    /// Where in which template we are, and the refusals so far.
    record Where(String file, String logicalId, List<String> refusals) {
        void refuse(int line, String what) {
            refusals.add(
                    file + ":" + line + ": " + logicalId + ": " + what + " is not supported here");
        }
    }
}
