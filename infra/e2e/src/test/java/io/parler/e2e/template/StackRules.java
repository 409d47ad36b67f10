package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Rules between stacks: events and shared parameters. Each rule returns its violations.
final class StackRules {
    private StackRules() {}

    /// Filters name events that exist, and let the raw event through.
    static List<String> subscriptionsAskForEventsThereAre(Template template, Path events) {
        List<String> violations = new ArrayList<>();
        template.resources("AWS::SNS::Subscription")
                .forEach(
                        (name, subscription) -> {
                            if (!subscription.path("RawMessageDelivery").asBoolean()) {
                                violations.add(
                                        name + ": wraps the event instead of delivering it raw");
                            }
                            for (JsonNode type : subscription.at("/FilterPolicy/type")) {
                                if (!Files.exists(events.resolve(type.asText() + ".schema.json"))) {
                                    violations.add(
                                            name
                                                    + ": waits for "
                                                    + type.asText()
                                                    + ", which nobody describes");
                                }
                            }
                        });
        return violations;
    }

    /// Each parameter read from the Systems Manager is written by a template deployed before.
    static List<String> parametersAreWrittenBefore(List<Template> inOrderOfDeployment) {
        List<String> violations = new ArrayList<>();
        Set<String> written = new HashSet<>();
        for (Template template : inOrderOfDeployment) {
            for (JsonNode parameter : template.tree().path("Parameters")) {
                if (parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")
                        && !written.contains(parameter.path("Default").asText())) {
                    violations.add(
                            template.name()
                                    + ": reads "
                                    + parameter.path("Default").asText()
                                    + ", which nothing before it writes");
                }
            }
            template.resources("AWS::SSM::Parameter")
                    .values()
                    .forEach(parameter -> written.add(parameter.path("Name").asText()));
        }
        return violations;
    }
}
