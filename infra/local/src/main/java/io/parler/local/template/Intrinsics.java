package io.parler.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Evaluates what a template writes against a scope, to plain JSON. The other intrinsic functions
/// are refused by name.
public final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final String logicalId;
    private final Scope scope;

    public Intrinsics(String file, String logicalId, Scope scope) {
        this.file = file;
        this.logicalId = logicalId;
        this.scope = scope;
    }

    public JsonNode evaluate(Value value) {
        return switch (value) {
            case Value.Scalar scalar -> scalar(scalar.value());
            case Value.Items items -> {
                ArrayNode array = JSON.arrayNode();
                items.items().forEach(item -> add(array, evaluate(item)));
                yield array;
            }
            case Value.Fields fields -> {
                ObjectNode object = JSON.objectNode();
                fields.fields().forEach((name, v) -> put(object, name, evaluate(v)));
                yield object;
            }
            case Value.Call call -> call(call);
        };
    }

    // AWS::NoValue takes a property away; it is a missing node until it meets its map or list.
    private static void add(ArrayNode array, JsonNode node) {
        if (!node.isMissingNode()) {
            array.add(node);
        }
    }

    private static void put(ObjectNode object, String name, JsonNode node) {
        if (!node.isMissingNode()) {
            object.set(name, node);
        }
    }

    private static JsonNode scalar(Object value) {
        return switch (value) {
            case Boolean b -> JSON.booleanNode(b);
            case Long l -> JSON.numberNode(l);
            case Double d -> JSON.numberNode(d);
            default -> JSON.textNode(value.toString());
        };
    }

    private JsonNode call(Value.Call call) {
        return switch (call.function()) {
            case "Ref" -> ref(call);
            case "Fn::GetAtt" -> getAtt(call);
            case "Fn::Sub" -> sub(call);
            case "Fn::Join" -> join(call);
            case "Fn::Select" -> select(call);
            case "Fn::Split" -> split(call);
            default -> throw refused(call, call.function());
        };
    }

    private JsonNode ref(Value.Call call) {
        String name = text(call, call.argument());
        return name.equals("AWS::NoValue")
                ? MissingNode.getInstance()
                : JSON.textNode(known(call, name, scope.ref(name)));
    }

    private JsonNode getAtt(Value.Call call) {
        String name =
                call.argument() instanceof Value.Items items
                        ? String.join(".", texts(call, items))
                        : text(call, call.argument());
        return JSON.textNode(attribute(call, name));
    }

    private String attribute(Value.Call call, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw refused(call, "GetAtt " + name);
        }
        return known(call, name, scope.attribute(name.substring(0, dot), name.substring(dot + 1)));
    }

    private JsonNode sub(Value.Call call) {
        Map<String, Value> own = Map.of();
        Value pattern = call.argument();
        if (pattern instanceof Value.Items items
                && items.items().size() == 2
                && items.items().get(1) instanceof Value.Fields variables) {
            own = variables.fields();
            pattern = items.items().get(0);
        }
        StringBuilder result = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text(call, pattern));
        while (matcher.find()) {
            String name = matcher.group(2).trim();
            Value value = own.get(name);
            String replacement =
                    !matcher.group(1).isEmpty()
                            ? "${" + matcher.group(2) + "}"
                            : value != null ? text(call, value) : variable(call, name);
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return JSON.textNode(matcher.appendTail(result).toString());
    }

    private String variable(Value.Call call, String name) {
        return name.contains(".") ? attribute(call, name) : known(call, name, scope.ref(name));
    }

    private JsonNode join(Value.Call call) {
        if (call.argument() instanceof Value.Items a && a.items().size() == 2) {
            List<String> parts = new ArrayList<>();
            evaluate(a.items().get(1)).forEach(part -> parts.add(part.asText()));
            return JSON.textNode(String.join(text(call, a.items().get(0)), parts));
        }
        throw refused(call, "Join without a separator and a list");
    }

    private JsonNode select(Value.Call call) {
        if (call.argument() instanceof Value.Items a && a.items().size() == 2) {
            JsonNode chosen = evaluate(a.items().get(1)).path(evaluate(a.items().get(0)).asInt(-1));
            if (!chosen.isMissingNode()) {
                return chosen;
            }
        }
        throw refused(call, "Select outside its list");
    }

    private JsonNode split(Value.Call call) {
        if (call.argument() instanceof Value.Items a && a.items().size() == 2) {
            String separator = Pattern.quote(text(call, a.items().get(0)));
            ArrayNode parts = JSON.arrayNode();
            for (String part : text(call, a.items().get(1)).split(separator, -1)) {
                parts.add(part);
            }
            return parts;
        }
        throw refused(call, "Split without a separator and a text");
    }

    private List<String> texts(Value.Call call, Value.Items items) {
        return items.items().stream().map(item -> text(call, item)).toList();
    }

    private String text(Value.Call call, Value value) {
        JsonNode node = evaluate(value);
        if (!node.isValueNode()) {
            throw refused(call, call.function() + " of something that is not a text");
        }
        return node.asText();
    }

    private String known(Value.Call call, String name, Optional<String> value) {
        return value.orElseThrow(() -> refused(call, name));
    }

    private NotSupported refused(Value.Call call, String what) {
        return new NotSupported(
                String.format(
                        Locale.ROOT,
                        "%s:%d: %s: %s is not supported here",
                        file,
                        call.line(),
                        logicalId,
                        what));
    }
}
