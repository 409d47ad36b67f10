package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Rules between stacks: events and shared parameters. Each rule returns its violations.
final class StackRules {
    private static final Pattern SHARED = Pattern.compile("\\$\\{ssm:([^}]+)}");

    private static final Pattern PASSED_TO = Pattern.compile("\"iam:PassedToService\": .*");

    private StackRules() {}

    /// Filters name existing events, and have raw delivery.
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

    /// A pipeline that creates a role for a service of AWS must be allowed to pass it on.
    static List<String> rolesMayBePassedOn(Template template, String pipeline) {
        String allowed =
                PASSED_TO
                        .matcher(pipeline)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("\n"));
        List<String> violations = new ArrayList<>();
        template.resources("AWS::IAM::Role")
                .forEach(
                        (name, role) -> {
                            for (JsonNode service :
                                    role.path("AssumeRolePolicyDocument").findValues("Service")) {
                                if (!allowed.contains(service.asText())) {
                                    violations.add(name + ": not to " + service.asText());
                                }
                            }
                        });
        return violations;
    }

    /// Status keeps a completed conversion without end, so its files must not expire either.
    static List<String> publishedAudioNeverExpires(Template template) {
        List<String> violations = new ArrayList<>();
        template.resources("AWS::S3::Bucket")
                .forEach(
                        (name, bucket) -> {
                            for (JsonNode rule : bucket.at("/LifecycleConfiguration/Rules")) {
                                String prefix = rule.path("Prefix").asText();
                                boolean matches =
                                        prefix.startsWith("audio/") || "audio/".startsWith(prefix);
                                if (rule.has("ExpirationInDays") && matches) {
                                    violations.add(
                                            name + ": " + rule.path("Id").asText() + " ends audio");
                                }
                            }
                        });
        return violations;
    }

    /// Each parameter read from the parameter store is written by a template deployed before, or is
    /// the public key of a key pair.
    static List<String> parametersAreWrittenBefore(List<JsonNode> entries) {
        List<String> violations = new ArrayList<>();
        Set<String> written = new HashSet<>();
        for (JsonNode entry : entries) {
            Template template = Template.of(entry);
            if (entry.has("keyPairs")) {
                written.add("/parler/dev/" + entry.path("keyPairs").asText() + ".pub");
            }
            SHARED.matcher(entry.path("parameters").toString())
                    .results()
                    .map(shared -> "/parler/dev/" + shared.group(1))
                    .filter(name -> !written.contains(name))
                    .forEach(
                            name ->
                                    violations.add(
                                            template.name()
                                                    + ": is given "
                                                    + name
                                                    + ", which nothing before it writes"));
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
                    .forEach(parameter -> written.add(Template.text(parameter.path("Name"))));
        }
        return violations;
    }
}
