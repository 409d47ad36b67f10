package io.parler.local.stepfunctions;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Evaluates JSON in which each text of the form `{% … %}` is a JSONata expression.
final class Expressions {
    private static final Pattern EXPRESSION = Pattern.compile("\\{%(.*)%}", Pattern.DOTALL);

    /// What Step Functions adds to JSONata or takes from it, and is not supported here.
    private static final Pattern UNSUPPORTED =
            Pattern.compile("\\$(partition|range|hash|random|uuid|parse|eval)\\s*\\(");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Expressions() {}

    /// The expression of a text, if it is one.
    static Optional<String> in(JsonNode value) {
        if (!value.isTextual()) {
            return Optional.empty();
        }
        Matcher matcher = EXPRESSION.matcher(value.asText());
        return matcher.matches() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    /// What is wrong with an expression before it is evaluated.
    static Optional<String> problem(String expression) {
        Matcher unsupported = UNSUPPORTED.matcher(expression);
        if (unsupported.find()) {
            return Optional.of("$" + unsupported.group(1) + "() is not supported here");
        }
        try {
            Jsonata.jsonata(expression);
            return Optional.empty();
        } catch (JException e) {
            return Optional.of("is not JSONata: " + e.getMessage());
        }
    }

    /// @param variables the values by name, without the dollar sign
    static JsonNode evaluate(JsonNode value, Map<String, JsonNode> variables) throws StateError {
        Optional<String> expression = in(value);
        if (expression.isPresent()) {
            return result(expression.get(), variables);
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                object.set(field.getKey(), evaluate(field.getValue(), variables));
            }
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                array.add(evaluate(item, variables));
            }
            return array;
        }
        return value;
    }

    private static JsonNode result(String expression, Map<String, JsonNode> variables)
            throws StateError {
        try {
            Object result = run(expression, variables);
            // The library has one null for nothing and for null; only the first is an error.
            if (result == null
                    && !Boolean.TRUE.equals(run("$exists((" + expression + "))", variables))) {
                throw new StateError(
                        StateError.QUERY, "The expression '" + expression + "' returned nothing.");
            }
            return JSON.valueToTree(result);
        } catch (JException e) {
            throw new StateError(
                    StateError.QUERY,
                    "The expression '" + expression + "' failed: " + e.getMessage());
        }
    }

    private static @Nullable Object run(String expression, Map<String, JsonNode> variables) {
        // Parsed each time: a parsed expression must not be used by two threads.
        Jsonata jsonata = Jsonata.jsonata(expression);
        Jsonata.Frame frame = jsonata.createFrame();
        variables.forEach((name, value) -> frame.bind(name, plain(value)));
        return jsonata.evaluate(Map.of(), frame);
    }

    private static Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }
}
