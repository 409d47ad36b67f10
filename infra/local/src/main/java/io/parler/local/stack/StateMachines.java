package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parler.local.stepfunctions.DefinitionRules;
import io.parler.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the state machines of one stack (AWS::Serverless::StateMachine), which run here and not in
/// an engine.
final class StateMachines {
    private static final String SERVICE = "states.amazonaws.com";

    private final Account account;
    private final List<Stack.StateMachine> all = new ArrayList<>();

    StateMachines(Account account) {
        this.account = account;
    }

    List<Stack.StateMachine> all() {
        return List.copyOf(all);
    }

    CreatedResource create(String name, ResourceProperties properties) {
        ResourceProperties substitutions = properties.child("DefinitionSubstitutions");
        JsonNode definition = substituted(properties.node().path("Definition"), substitutions);
        List<String> errors =
                DefinitionRules.errors(definition).stream()
                        .map(error -> properties.where() + ": Definition: " + error)
                        .toList();
        if (!errors.isEmpty()) {
            throw new TemplateException(errors);
        }
        String arn = account.arns().of("states", "stateMachine:" + name);
        all.add(
                new Stack.StateMachine(
                        name,
                        arn,
                        definition,
                        account.policies()
                                .roles()
                                .assumedBy(
                                        SERVICE,
                                        properties.where(),
                                        properties.requiredText("Role"))));
        return new CreatedResource(arn, Map.of("Arn", arn, "Name", name));
    }

    private static JsonNode substituted(JsonNode value, ResourceProperties substitutions) {
        if (value.isTextual()) {
            String text = value.asText();
            for (Map.Entry<String, JsonNode> s : substitutions.node().properties()) {
                text = text.replace("${" + s.getKey() + "}", s.getValue().asText());
            }
            return TextNode.valueOf(text);
        }
        if (value.isObject()) {
            ObjectNode object = new ObjectMapper().createObjectNode();
            value.properties()
                    .forEach(e -> object.set(e.getKey(), substituted(e.getValue(), substitutions)));
            return object;
        }
        if (value.isArray()) {
            return new ObjectMapper()
                    .createArrayNode()
                    .addAll(
                            value.valueStream()
                                    .map(item -> substituted(item, substitutions))
                                    .toList());
        }
        return value;
    }
}
