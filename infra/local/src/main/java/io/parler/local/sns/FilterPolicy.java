package io.parler.local.sns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/// A filter policy of a subscription (SNS developer guide, "Subscription filter policies"). All
/// keys must match, each with at least one condition; of `$or`, at least one policy must match.
final class FilterPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Predicate<Values> test;

    private FilterPolicy(Predicate<Values> test) {
        this.test = test;
    }

    /// The values found at a key: none, one, or the elements of an array.
    @FunctionalInterface
    interface Values {
        List<JsonNode> at(List<String> key);
    }

    static FilterPolicy parse(String json) throws SnsError {
        JsonNode policy;
        try {
            policy = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw SnsError.invalidParameter("FilterPolicy: failed to parse JSON");
        }
        if (!policy.isObject()) {
            throw SnsError.invalidParameter("FilterPolicy: must be an object");
        }
        return new FilterPolicy(object(policy, List.of()));
    }

    boolean matchesAttributes(Map<String, MessageAttribute> attributes) throws SnsError {
        Map<String, List<JsonNode>> values = new HashMap<>();
        for (Map.Entry<String, MessageAttribute> entry : attributes.entrySet()) {
            values.put(entry.getKey(), entry.getValue().values());
        }
        return test.test(
                key ->
                        key.size() == 1
                                ? values.getOrDefault(key.getFirst(), List.of())
                                : List.of());
    }

    /// A body that is not a JSON object does not match.
    boolean matchesBody(String body) {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return false;
        }
        return json.isObject() && test.test(key -> at(List.of(json), key));
    }

    private static List<JsonNode> at(List<JsonNode> nodes, List<String> key) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode node : nodes) {
            if (node.isArray()) {
                List<JsonNode> elements = new ArrayList<>();
                node.forEach(elements::add);
                found.addAll(at(elements, key));
            } else if (key.isEmpty()) {
                found.add(node);
            } else if (node.has(key.getFirst())) {
                found.addAll(at(List.of(node.get(key.getFirst())), key.subList(1, key.size())));
            }
        }
        return found;
    }

    private static Predicate<Values> object(JsonNode policy, List<String> path) throws SnsError {
        Predicate<Values> all = values -> true;
        for (Map.Entry<String, JsonNode> entry : policy.properties()) {
            if (entry.getKey().equals("$or") && entry.getValue().isArray()) {
                Predicate<Values> any = values -> false;
                for (JsonNode choice : entry.getValue()) {
                    any = any.or(object(choice, path));
                }
                all = all.and(any);
                continue;
            }
            List<String> key = new ArrayList<>(path);
            key.add(entry.getKey());
            if (entry.getValue().isObject()) {
                all = all.and(object(entry.getValue(), key));
            } else if (entry.getValue().isArray() && !entry.getValue().isEmpty()) {
                all = all.and(oneOf(entry.getValue(), key));
            } else {
                throw unsupported(entry.getKey() + ": an array of conditions is expected");
            }
        }
        return all;
    }

    private static Predicate<Values> oneOf(JsonNode conditions, List<String> key) throws SnsError {
        Predicate<Values> any = values -> false;
        for (JsonNode condition : conditions) {
            if (condition.has("exists")) {
                boolean wanted = condition.get("exists").asBoolean();
                any = any.or(values -> values.at(key).isEmpty() != wanted);
            } else {
                Predicate<JsonNode> test = condition(condition);
                any = any.or(values -> values.at(key).stream().anyMatch(test));
            }
        }
        return any;
    }

    private static Predicate<JsonNode> condition(JsonNode condition) throws SnsError {
        if (!condition.isObject()) {
            return exactly(condition);
        }
        if (condition.size() != 1) {
            throw unsupported("a condition has one operator: " + condition);
        }
        Map.Entry<String, JsonNode> operator = condition.properties().iterator().next();
        JsonNode operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> text(value -> value.startsWith(operand.asText()));
            case "suffix" -> text(value -> value.endsWith(operand.asText()));
            case "equals-ignore-case" -> text(value -> value.equalsIgnoreCase(operand.asText()));
            case "anything-but" -> anythingBut(operand);
            case "numeric" -> numeric(operand);
            default -> throw unsupported("unrecognized match type " + operator.getKey());
        };
    }

    private static Predicate<JsonNode> exactly(JsonNode wanted) {
        if (wanted.isNumber()) {
            BigDecimal number = wanted.decimalValue();
            return value -> value.isNumber() && value.decimalValue().compareTo(number) == 0;
        }
        return wanted::equals;
    }

    private static Predicate<JsonNode> text(Predicate<String> test) {
        return value -> value.isTextual() && test.test(value.asText());
    }

    private static Predicate<JsonNode> anythingBut(JsonNode operand) throws SnsError {
        Predicate<JsonNode> any = value -> false;
        for (JsonNode excluded :
                operand.isArray() ? operand : JSON.createArrayNode().add(operand)) {
            any = any.or(condition(excluded));
        }
        return any.negate();
    }

    /// Pairs of an operator and a number, which must all hold: `[">=", 0, "<", 10]`.
    private static Predicate<JsonNode> numeric(JsonNode operand) throws SnsError {
        Predicate<JsonNode> all = JsonNode::isNumber;
        for (Iterator<JsonNode> parts = operand.iterator(); parts.hasNext(); ) {
            String sign = parts.next().asText();
            if (!parts.hasNext()) {
                throw unsupported("numeric: a number is missing after " + sign);
            }
            BigDecimal bound = parts.next().decimalValue();
            Predicate<Integer> holds =
                    switch (sign.toLowerCase(Locale.ROOT)) {
                        case "=" -> c -> c == 0;
                        case "<" -> c -> c < 0;
                        case "<=" -> c -> c <= 0;
                        case ">" -> c -> c > 0;
                        case ">=" -> c -> c >= 0;
                        default -> throw unsupported("numeric: unknown operator " + sign);
                    };
            all = all.and(value -> holds.test(value.decimalValue().compareTo(bound)));
        }
        return all;
    }

    private static SnsError unsupported(String detail) {
        return SnsError.invalidParameter("FilterPolicy: " + detail);
    }
}
