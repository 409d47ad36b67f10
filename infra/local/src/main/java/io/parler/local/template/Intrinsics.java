package io.parler.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Evaluates the values of a template to plain JSON. Other intrinsic functions than these are not
/// supported.
public final class Intrinsics {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "Ref",
                    "Fn::GetAtt",
                    "Fn::Sub",
                    "Fn::Join",
                    "Fn::Select",
                    "Fn::Split",
                    "Fn::If",
                    "Fn::Equals",
                    "Fn::Not",
                    "Fn::And",
                    "Fn::Or",
                    "Condition");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String file;
    private final String logicalId;
    private final ReferenceScope scope;

    public Intrinsics(String file, String logicalId, ReferenceScope scope) {
        this.file = file;
        this.logicalId = logicalId;
        this.scope = scope;
    }

    /// Something in a value that is not supported.
    record Unsupported(int line, String what) {}

    /// All function calls and dynamic references that are not supported, at any depth.
    static List<Unsupported> unsupported(TemplateValue value) {
        List<Unsupported> found = new ArrayList<>();
        switch (value) {
            case TemplateValue.Scalar scalar -> {
                if (scalar.value().toString().contains("{{resolve:")) {
                    found.add(
                            new Unsupported(
                                    scalar.line(), "the dynamic reference " + scalar.value()));
                }
            }
            case TemplateValue.Items items ->
                    items.items().forEach(item -> found.addAll(unsupported(item)));
            case TemplateValue.Fields fields ->
                    fields.fields().values().forEach(field -> found.addAll(unsupported(field)));
            case TemplateValue.Call call -> {
                if (!FUNCTIONS.contains(call.function())) {
                    found.add(new Unsupported(call.line(), call.function()));
                }
                found.addAll(unsupported(call.argument()));
            }
        }
        return found;
    }

    public JsonNode evaluate(TemplateValue value) {
        return switch (value) {
            case TemplateValue.Scalar scalar -> scalar(scalar.value());
            case TemplateValue.Items items -> {
                ArrayNode array = JSON.arrayNode();
                items.items().forEach(item -> add(array, evaluate(item)));
                yield array;
            }
            case TemplateValue.Fields fields -> {
                ObjectNode object = JSON.objectNode();
                fields.fields().forEach((name, v) -> put(object, name, evaluate(v)));
                yield object;
            }
            case TemplateValue.Call call -> call(call);
        };
    }

    // AWS::NoValue removes a property: it is a missing node until it is added to a map or list.
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

    private JsonNode call(TemplateValue.Call call) {
        return switch (call.function()) {
            case "Ref" -> ref(call);
            case "Fn::GetAtt" -> getAtt(call);
            case "Fn::Sub" -> sub(call);
            case "Fn::Join" -> join(call);
            case "Fn::Select" -> select(call);
            case "Fn::Split" -> split(call);
            case "Fn::If" -> choose(call);
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or", "Condition" ->
                    JSON.booleanNode(holds(call));
            default -> throw unsupported(call, call.function());
        };
    }

    private JsonNode ref(TemplateValue.Call call) {
        String name = text(call, call.argument());
        return name.equals("AWS::NoValue")
                ? MissingNode.getInstance()
                : JSON.textNode(known(call, name, scope.ref(name)));
    }

    private JsonNode getAtt(TemplateValue.Call call) {
        String name =
                call.argument() instanceof TemplateValue.Items items
                        ? String.join(".", texts(call, items))
                        : text(call, call.argument());
        return JSON.textNode(attribute(call, name));
    }

    private String attribute(TemplateValue.Call call, String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw unsupported(call, "GetAtt " + name);
        }
        return known(call, name, scope.attribute(name.substring(0, dot), name.substring(dot + 1)));
    }

    private JsonNode sub(TemplateValue.Call call) {
        Map<String, TemplateValue> own = Map.of();
        TemplateValue pattern = call.argument();
        if (pattern instanceof TemplateValue.Items items
                && items.items().size() == 2
                && items.items().get(1) instanceof TemplateValue.Fields variables) {
            own = variables.fields();
            pattern = items.items().get(0);
        }
        StringBuilder result = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(text(call, pattern));
        while (matcher.find()) {
            String name = matcher.group(2).trim();
            TemplateValue value = own.get(name);
            String replacement =
                    !matcher.group(1).isEmpty()
                            ? "${" + matcher.group(2) + "}"
                            : value != null ? text(call, value) : variable(call, name);
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return JSON.textNode(matcher.appendTail(result).toString());
    }

    private String variable(TemplateValue.Call call, String name) {
        return name.contains(".") ? attribute(call, name) : known(call, name, scope.ref(name));
    }

    private JsonNode join(TemplateValue.Call call) {
        if (call.argument() instanceof TemplateValue.Items a && a.items().size() == 2) {
            List<String> parts = new ArrayList<>();
            evaluate(a.items().get(1)).forEach(part -> parts.add(part.asText()));
            return JSON.textNode(String.join(text(call, a.items().get(0)), parts));
        }
        throw unsupported(call, "Join without a separator and a list");
    }

    private JsonNode select(TemplateValue.Call call) {
        if (call.argument() instanceof TemplateValue.Items a && a.items().size() == 2) {
            JsonNode chosen = evaluate(a.items().get(1)).path(evaluate(a.items().get(0)).asInt(-1));
            if (!chosen.isMissingNode()) {
                return chosen;
            }
        }
        throw unsupported(call, "Select outside its list");
    }

    private JsonNode split(TemplateValue.Call call) {
        if (call.argument() instanceof TemplateValue.Items a && a.items().size() == 2) {
            String separator = Pattern.quote(text(call, a.items().get(0)));
            ArrayNode parts = JSON.arrayNode();
            for (String part : text(call, a.items().get(1)).split(separator, -1)) {
                parts.add(part);
            }
            return parts;
        }
        throw unsupported(call, "Split without a separator and a string");
    }

    private JsonNode choose(TemplateValue.Call call) {
        if (call.argument() instanceof TemplateValue.Items a && a.items().size() == 3) {
            return evaluate(a.items().get(condition(call, a.items().get(0)) ? 1 : 2));
        }
        throw unsupported(call, "If without a condition and two values");
    }

    /// Whether a condition holds.
    public boolean holds(TemplateValue value) {
        if (!(value instanceof TemplateValue.Call call)) {
            throw new TemplateException(
                    file + ":" + value.line() + ": " + logicalId + " is not a condition");
        }
        if (call.function().equals("Condition")) {
            return condition(call, call.argument());
        }
        return switch (call.function()) {
            case "Fn::Equals" -> {
                List<TemplateValue> operands = operands(call, 2, 2);
                yield text(call, operands.get(0)).equals(text(call, operands.get(1)));
            }
            case "Fn::Not" -> !holds(operands(call, 1, 1).getFirst());
            case "Fn::And" -> operands(call, 2, 10).stream().allMatch(this::holds);
            case "Fn::Or" -> operands(call, 2, 10).stream().anyMatch(this::holds);
            default -> throw unsupported(call, call.function() + " as a condition");
        };
    }

    private List<TemplateValue> operands(TemplateValue.Call call, int min, int max) {
        if (call.argument() instanceof TemplateValue.Items a
                && a.items().size() >= min
                && a.items().size() <= max) {
            return a.items();
        }
        throw unsupported(call, call.function() + " with these operands");
    }

    private boolean condition(TemplateValue.Call call, TemplateValue name) {
        String condition = text(call, name);
        return scope.condition(condition)
                .orElseThrow(() -> unsupported(call, "condition " + condition));
    }

    private List<String> texts(TemplateValue.Call call, TemplateValue.Items items) {
        return items.items().stream().map(item -> text(call, item)).toList();
    }

    private String text(TemplateValue.Call call, TemplateValue value) {
        JsonNode node = evaluate(value);
        if (!node.isValueNode()) {
            throw unsupported(call, call.function() + " of a value that is not a string");
        }
        return node.asText();
    }

    private String known(TemplateValue.Call call, String name, Optional<String> value) {
        return value.orElseThrow(() -> unsupported(call, name));
    }

    private TemplateException unsupported(TemplateValue.Call call, String what) {
        return new TemplateException(
                file
                        + ":"
                        + call.line()
                        + ": "
                        + logicalId
                        + ": "
                        + what
                        + " is not supported here");
    }
}
