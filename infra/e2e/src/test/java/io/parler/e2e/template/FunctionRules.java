package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Rules for functions: handlers, settings, logs and policies. Each rule returns its violations.
final class FunctionRules {
    /// Actions that IAM can't restrict to a resource, or only to lexicons.
    private static final Set<String> WITHOUT_RESOURCE =
            Set.of(
                    "polly:DescribeVoices",
                    "polly:SynthesizeSpeech",
                    "cloudwatch:PutMetricData",
                    "states:SendTaskSuccess");

    /// Logs and metrics read these in every function.
    private static final List<String> OF_LOGGING = List.of("SERVICE_NAME", "STAGE");

    private FunctionRules() {}

    static List<String> handlersExist(Template template, Path classes) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            String handler = function.path("Handler").asText();
                            if (!Files.exists(
                                    classes.resolve(handler.replace('.', '/') + ".class"))) {
                                violations.add(name + ": there is no class " + handler);
                            }
                        });
        return violations;
    }

    /// Compares the settings with the names in the source of the handler and of its settings.
    static List<String> settingsAreSetAndRead(Template template, Path sources) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            Set<String> set = new TreeSet<>();
                            function.at("/Environment/Variables")
                                    .fieldNames()
                                    .forEachRemaining(set::add);
                            for (String setting : OF_LOGGING) {
                                if (!set.remove(setting)) {
                                    violations.add(name + ": " + setting + " is not set");
                                }
                            }
                            Set<String> read =
                                    SettingNames.readBy(sources, function.path("Handler").asText());
                            for (String setting : minus(read, set)) {
                                violations.add(name + ": reads " + setting + ", which is not set");
                            }
                            for (String setting : minus(set, read)) {
                                violations.add(name + ": " + setting + " is set, and never read");
                            }
                        });
        return violations;
    }

    /// A function that answers requests starts from a snapshot, and one that starts from a snapshot
    /// is primed.
    static List<String> apisStartFromASnapshot(Template template, Path sources) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            boolean taken =
                                    function.at("/SnapStart/ApplyOn")
                                            .asText()
                                            .equals("PublishedVersions");
                            if (answersRequests(function) && !taken) {
                                violations.add(name + ": its callers wait for a cold start");
                            }
                            if (taken && !isCalledBeforeItsSnapshotIsLost(function)) {
                                violations.add(name + ": its snapshot is lost if nobody calls it");
                            }
                            if (taken && !isPrimed(function, sources)) {
                                violations.add(name + ": its snapshot is not primed");
                            }
                        });
        return violations;
    }

    private static boolean answersRequests(JsonNode function) {
        return function.path("Events")
                .valueStream()
                .anyMatch(event -> event.path("Type").asText().equals("HttpApi"));
    }

    /// Lambda deletes it after 14 days without a call.
    private static boolean isCalledBeforeItsSnapshotIsLost(JsonNode function) {
        return function.path("Events")
                .valueStream()
                .anyMatch(
                        event -> event.at("/Properties/Schedule").asText().equals("rate(7 days)"));
    }

    private static boolean isPrimed(JsonNode function, Path sources) {
        String file = function.path("Handler").asText().replace('.', '/') + ".java";
        String source = ProjectFiles.read(sources.resolve(file));
        return source.contains(", Primed {") && source.contains("Snapshot.register(this);");
    }

    static List<String> functionsHaveTheirOwnLogs(Template template) {
        List<String> violations = new ArrayList<>();
        Map<String, JsonNode> groups = template.resources("AWS::Logs::LogGroup");
        Set<String> taken = new HashSet<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            String group = Template.target(function.at("/LoggingConfig/LogGroup"));
                            if (!groups.containsKey(group)) {
                                violations.add(name + ": has no log group of its own");
                            } else if (!taken.add(group)) {
                                violations.add(name + ": shares the log group " + group);
                            } else if (groups.get(group).path("RetentionInDays").asInt() < 1) {
                                violations.add(name + ": its logs are kept for ever");
                            }
                        });
        return violations;
    }

    static List<String> policiesAreNarrow(Template template) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            if (function.has("Role")) {
                                violations.add(
                                        name + ": takes a role instead of policies of its own");
                            }
                            for (JsonNode policy : function.path("Policies")) {
                                if (policy.isTextual()) {
                                    violations.add(
                                            name + ": takes the managed policy " + policy.asText());
                                }
                                policy.path("Statement")
                                        .forEach(s -> violations.addAll(tooWide(name, s)));
                            }
                        });
        return violations;
    }

    private static List<String> tooWide(String function, JsonNode statement) {
        List<String> violations = new ArrayList<>();
        List<String> actions = texts(statement.path("Action"));
        for (String action : actions) {
            if (action.contains("*")) {
                violations.add(function + ": may do " + action);
            }
        }
        boolean anything = texts(statement.path("Resource")).stream().anyMatch("*"::equals);
        if (anything && !WITHOUT_RESOURCE.containsAll(actions)) {
            violations.add(function + ": may do " + actions + " to anything");
        }
        if (statement.has("NotAction") || statement.has("NotResource")) {
            violations.add(function + ": says what it may not instead of what it may");
        }
        return violations;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        if (!oneOrMore.isArray()) {
            return List.of(oneOrMore.asText());
        }
        List<String> texts = new ArrayList<>();
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
