package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Checks a definition in the Amazon States Language: what is not supported here is named, and so
/// is what Step Functions would refuse.
public final class DefinitionRules {
    private static final Set<String> MACHINE =
            Set.of("Comment", "QueryLanguage", "StartAt", "States", "Version");
    private static final Set<String> COMMON = Set.of("Type", "Comment", "Output", "Assign");
    private static final Map<String, Set<String>> STATES =
            Map.of(
                    "Pass", Set.of("Next", "End"),
                    "Wait", Set.of("Next", "End", "Seconds"),
                    "Choice", Set.of("Choices", "Default"),
                    "Succeed", Set.of(),
                    "Fail", Set.of("Error", "Cause"),
                    "Task",
                            Set.of(
                                    "Next",
                                    "End",
                                    "Resource",
                                    "Arguments",
                                    "TimeoutSeconds",
                                    "Retry",
                                    "Catch"),
                    "Map",
                            Set.of(
                                    "Next",
                                    "End",
                                    "Items",
                                    "ItemSelector",
                                    "ItemProcessor",
                                    "MaxConcurrency",
                                    "Retry",
                                    "Catch"));
    private static final Set<String> RESOURCES =
            Set.of(
                    "arn:aws:states:::lambda:invoke",
                    "arn:aws:states:::lambda:invoke.waitForTaskToken");
    private static final Set<String> ARGUMENTS = Set.of("FunctionName", "Payload");
    private static final Set<String> CHOICE =
            Set.of("Comment", "Condition", "Next", "Output", "Assign");
    private static final Set<String> RETRIER =
            Set.of(
                    "Comment",
                    "ErrorEquals",
                    "IntervalSeconds",
                    "MaxAttempts",
                    "BackoffRate",
                    "MaxDelaySeconds");
    private static final Set<String> CATCHER =
            Set.of("Comment", "ErrorEquals", "Next", "Output", "Assign");
    private static final Set<String> PROCESSOR = Set.of("ProcessorConfig", "StartAt", "States");

    private final List<String> errors = new ArrayList<>();

    private DefinitionRules() {}

    /// What is wrong, a sentence each.
    public static List<String> errors(JsonNode definition) {
        DefinitionRules rules = new DefinitionRules();
        rules.fields("the definition", definition, MACHINE);
        if (!definition.path("QueryLanguage").asText().equals("JSONata")) {
            rules.errors.add("QueryLanguage other than JSONata is not supported here");
        }
        rules.states("the definition", definition, Set.of(), new HashSet<>());
        return rules.errors;
    }

    private void states(String where, JsonNode machine, Set<String> outer, Set<String> names) {
        JsonNode states = machine.path("States");
        target(where, machine.path("StartAt"), states);
        Set<String> assigned = new HashSet<>(outer);
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            for (JsonNode fields : assigning(state.getValue())) {
                for (Map.Entry<String, JsonNode> variable : fields.path("Assign").properties()) {
                    if (outer.contains(variable.getKey())) {
                        errors.add(
                                state.getKey()
                                        + ": Assign of "
                                        + variable.getKey()
                                        + ", a variable outside the map");
                    }
                    assigned.add(variable.getKey());
                }
            }
        }
        for (Map.Entry<String, JsonNode> state : states.properties()) {
            if (!names.add(state.getKey())) {
                errors.add(state.getKey() + ": two states have this name");
            }
            state(state.getKey(), state.getValue(), states, assigned, names);
        }
    }

    /// The parts of a state that assign variables: itself, its choices and its catchers.
    private static List<JsonNode> assigning(JsonNode state) {
        List<JsonNode> parts = new ArrayList<>(List.of(state));
        state.path("Choices").forEach(parts::add);
        state.path("Catch").forEach(parts::add);
        return parts;
    }

    private void state(
            String name,
            JsonNode state,
            JsonNode states,
            Set<String> variables,
            Set<String> names) {
        String type = state.path("Type").asText();
        Set<String> own = STATES.get(type);
        if (own == null) {
            errors.add(name + ": Type " + type + " is not supported here");
            return;
        }
        Set<String> allowed = new HashSet<>(own);
        allowed.addAll(COMMON);
        fields(name, state, allowed);
        expressions(name, state, type.equals("Map"));
        if (own.contains("Next") && state.has("Next") == state.path("End").asBoolean()) {
            errors.add(name + ": either Next or End: true");
        }
        for (String next : List.of("Next", "Default")) {
            if (state.has(next)) {
                target(name, state.path(next), states);
            }
        }
        parts(name, state.path("Choices"), CHOICE, states);
        parts(name, state.path("Catch"), CATCHER, states);
        for (JsonNode retrier : state.path("Retry")) {
            fields(name + ": Retry", retrier, RETRIER);
        }
        if (type.equals("Task")) {
            if (!RESOURCES.contains(state.path("Resource").asText())) {
                errors.add(
                        name
                                + ": Resource "
                                + state.path("Resource").asText()
                                + " is not supported here");
            }
            fields(name + ": Arguments", state.path("Arguments"), ARGUMENTS);
        }
        if (type.equals("Map")) {
            processor(name, state.path("ItemProcessor"), variables, names);
        }
    }

    private void processor(
            String name, JsonNode processor, Set<String> variables, Set<String> names) {
        fields(name + ": ItemProcessor", processor, PROCESSOR);
        fields(name + ": ProcessorConfig", processor.path("ProcessorConfig"), Set.of("Mode"));
        String mode = processor.path("ProcessorConfig").path("Mode").asText("INLINE");
        if (!mode.equals("INLINE")) {
            errors.add(name + ": Mode " + mode + " is not supported here");
        }
        states(name, processor, variables, names);
    }

    private void parts(String name, JsonNode parts, Set<String> allowed, JsonNode states) {
        for (JsonNode part : parts) {
            fields(name, part, allowed);
            target(name, part.path("Next"), states);
        }
    }

    private void fields(String where, JsonNode object, Set<String> allowed) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!allowed.contains(field.getKey())) {
                errors.add(where + ": " + field.getKey() + " is not supported here");
            }
        }
    }

    private void target(String where, JsonNode next, JsonNode states) {
        if (!states.has(next.asText())) {
            errors.add(where + ": there is no state " + next.asText());
        }
    }

    /// @param isMap whether the states inside are checked by themselves
    private void expressions(String where, JsonNode value, boolean isMap) {
        Expressions.in(value)
                .flatMap(
                        expression ->
                                Expressions.problem(expression)
                                        .map(p -> "'" + expression + "' " + p))
                .ifPresent(problem -> errors.add(where + ": " + problem));
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                if (!isMap || !field.getKey().equals("ItemProcessor")) {
                    expressions(where, field.getValue(), false);
                }
            }
        } else {
            value.forEach(item -> expressions(where, item, false));
        }
    }
}
