package io.parler.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a service's template must be. Each rule returns its complaints, one a line; none is good.
final class TemplateRules {
    /// Actions that IAM can't narrow to a resource, or only to lexicons.
    private static final Set<String> WITHOUT_RESOURCE =
            Set.of("polly:DescribeVoices", "polly:SynthesizeSpeech", "cloudwatch:PutMetricData");

    /// What tells that something came to a queue; the latter where a function takes it away at
    /// once.
    private static final Set<String> WATCHES_ARRIVALS =
            Set.of("ApproximateNumberOfMessagesVisible", "NumberOfMessagesReceived");

    private static final Pattern SETTINGS = Pattern.compile("\\b\\w*Settings\\b");
    private static final Pattern SETTING = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");
    private static final Pattern ROUTE =
            Pattern.compile("\"((?:GET|POST|PUT|PATCH|DELETE|HEAD|ANY) /[^\"]*|\\$default)\"");

    private static final Pattern INTERNAL = Pattern.compile("Route\\.internal\\(\\s*\"([^\"]*)\"");

    private TemplateRules() {}

    static List<String> handlersExist(Template template, Path classes) {
        List<String> complaints = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            String handler = function.path("Handler").asText();
                            if (!Files.exists(
                                    classes.resolve(handler.replace('.', '/') + ".class"))) {
                                complaints.add(name + ": there is no class " + handler);
                            }
                        });
        return complaints;
    }

    /// Compares with the names in the handler's source, and in the settings' that it uses.
    static List<String> settingsAreSetAndRead(Template template, Path sources) {
        List<String> complaints = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            Set<String> set = new TreeSet<>();
                            function.at("/Environment/Variables")
                                    .fieldNames()
                                    .forEachRemaining(set::add);
                            if (!set.remove("SERVICE_NAME")) {
                                complaints.add(name + ": SERVICE_NAME is not set");
                            }
                            Set<String> read =
                                    settingsRead(sources, function.path("Handler").asText());
                            for (String setting : minus(read, set)) {
                                complaints.add(name + ": reads " + setting + ", which is not set");
                            }
                            for (String setting : minus(set, read)) {
                                complaints.add(name + ": " + setting + " is set, and never read");
                            }
                        });
        return complaints;
    }

    /// Compares with the route keys in the handler's source; internal ones are for other services,
    /// and must not be routed.
    static List<String> routesAreAnswered(Template template, Path sources) {
        List<String> complaints = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            Set<String> routed = new TreeSet<>(Template.routes(function));
                            if (routed.isEmpty()) {
                                return;
                            }
                            Set<String> answered = new TreeSet<>();
                            Path source = source(sources, function.path("Handler").asText());
                            ROUTE.matcher(Project.read(source))
                                    .results()
                                    .forEach(r -> answered.add(r.group(1)));
                            Set<String> internal = new TreeSet<>();
                            INTERNAL.matcher(Project.read(source))
                                    .results()
                                    .forEach(r -> internal.add(r.group(1)));
                            answered.removeAll(internal);
                            for (String route : minus(routed, answered)) {
                                complaints.add(
                                        name
                                                + ": routes "
                                                + route
                                                + ", which its handler does not know");
                            }
                            for (String route : minus(answered, routed)) {
                                complaints.add(
                                        name
                                                + ": answers "
                                                + route
                                                + ", which nothing routes to it");
                            }
                        });
        return complaints;
    }

    static List<String> queuesHaveDeadLettersAndAlarms(Template template) {
        List<String> complaints = new ArrayList<>();
        Map<String, JsonNode> queues = template.resources("AWS::SQS::Queue");
        Map<String, String> deadLetters = new LinkedHashMap<>();
        queues.forEach(
                (name, queue) -> {
                    String target = Template.target(queue.at("/RedrivePolicy/deadLetterTargetArn"));
                    if (!target.isEmpty()) {
                        deadLetters.put(name, target);
                    }
                });
        Set<String> watched =
                template.resources("AWS::CloudWatch::Alarm").values().stream()
                        .filter(a -> WATCHES_ARRIVALS.contains(a.path("MetricName").asText()))
                        .map(a -> Template.target(a.at("/Dimensions/0/Value")))
                        .collect(Collectors.toSet());
        for (String queue : queues.keySet()) {
            boolean ofDeadLetters = deadLetters.containsValue(queue);
            if (!ofDeadLetters && !queues.containsKey(deadLetters.getOrDefault(queue, ""))) {
                complaints.add(queue + ": has no dead-letter queue here");
            }
            if (ofDeadLetters && !watched.contains(queue)) {
                complaints.add(queue + ": no alarm watches these dead letters");
            }
        }
        return complaints;
    }

    /// A message must stay hidden for as long as all its tries in one receive may take.
    static List<String> queuesOutlastTheirFunctions(Template template) {
        List<String> complaints = new ArrayList<>();
        Map<String, JsonNode> queues = template.resources("AWS::SQS::Queue");
        template.functions()
                .forEach(
                        (name, function) -> {
                            for (JsonNode event : function.path("Events")) {
                                JsonNode queue =
                                        queues.get(Template.target(event.at("/Properties/Queue")));
                                if (queue == null) {
                                    continue;
                                }
                                int visibility = queue.path("VisibilityTimeout").asInt(30);
                                int timeout = function.path("Timeout").asInt(3);
                                if (visibility < 6 * timeout) {
                                    complaints.add(
                                            name
                                                    + ": its queue hides a message for "
                                                    + visibility
                                                    + " s, less than 6 × "
                                                    + timeout);
                                }
                            }
                        });
        return complaints;
    }

    static List<String> queuesReportEachFailure(Template template) {
        List<String> complaints = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            for (JsonNode event : function.path("Events")) {
                                if (event.path("Type").asText().equals("SQS")
                                        && !event.at("/Properties/FunctionResponseTypes/0")
                                                .asText()
                                                .equals("ReportBatchItemFailures")) {
                                    complaints.add(
                                            name + ": one bad message would fail its whole batch");
                                }
                            }
                        });
        return complaints;
    }

    static List<String> functionsHaveTheirOwnLogs(Template template) {
        List<String> complaints = new ArrayList<>();
        Map<String, JsonNode> groups = template.resources("AWS::Logs::LogGroup");
        Set<String> taken = new HashSet<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            String group = Template.target(function.at("/LoggingConfig/LogGroup"));
                            if (!groups.containsKey(group)) {
                                complaints.add(name + ": has no log group of its own");
                            } else if (!taken.add(group)) {
                                complaints.add(name + ": shares the log group " + group);
                            } else if (groups.get(group).path("RetentionInDays").asInt() < 1) {
                                complaints.add(name + ": its logs are kept for ever");
                            }
                        });
        return complaints;
    }

    static List<String> policiesAreNarrow(Template template) {
        List<String> complaints = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            if (function.has("Role")) {
                                complaints.add(
                                        name + ": takes a role instead of policies of its own");
                            }
                            for (JsonNode policy : function.path("Policies")) {
                                if (policy.isTextual()) {
                                    complaints.add(
                                            name + ": takes the managed policy " + policy.asText());
                                }
                                policy.path("Statement")
                                        .forEach(s -> complaints.addAll(tooWide(name, s)));
                            }
                        });
        return complaints;
    }

    static List<String> apisAreThrottled(Template template) {
        List<String> complaints = new ArrayList<>();
        template.resources("AWS::Serverless::HttpApi")
                .forEach(
                        (name, api) -> {
                            JsonNode limits = api.path("DefaultRouteSettings");
                            if (limits.path("ThrottlingRateLimit").asDouble() <= 0
                                    || limits.path("ThrottlingBurstLimit").asInt() <= 0) {
                                complaints.add(name + ": no limit on requests a second");
                            }
                        });
        return complaints;
    }

    /// Filters name events that exist, and let the raw event through.
    static List<String> subscriptionsAskForEventsThereAre(Template template, Path events) {
        List<String> complaints = new ArrayList<>();
        template.resources("AWS::SNS::Subscription")
                .forEach(
                        (name, subscription) -> {
                            if (!subscription.path("RawMessageDelivery").asBoolean()) {
                                complaints.add(
                                        name + ": wraps the event instead of delivering it raw");
                            }
                            for (JsonNode type : subscription.at("/FilterPolicy/type")) {
                                if (!Files.exists(events.resolve(type.asText() + ".schema.json"))) {
                                    complaints.add(
                                            name
                                                    + ": waits for "
                                                    + type.asText()
                                                    + ", which nobody describes");
                                }
                            }
                        });
        return complaints;
    }

    /// Each parameter read from the Systems Manager is written by a template deployed before.
    static List<String> parametersAreWrittenBefore(List<Template> inOrderOfDeployment) {
        List<String> complaints = new ArrayList<>();
        Set<String> written = new HashSet<>();
        for (Template template : inOrderOfDeployment) {
            for (JsonNode parameter : template.tree().path("Parameters")) {
                if (parameter.path("Type").asText().startsWith("AWS::SSM::Parameter::Value")
                        && !written.contains(parameter.path("Default").asText())) {
                    complaints.add(
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
        return complaints;
    }

    /// The first behaviour of the edge that fits a route leads to the service that answers it,
    /// with its method.
    static List<String> edgeLeadsToEachRoute(Template edge, List<Template> services) {
        List<String> complaints = new ArrayList<>();
        JsonNode distribution = edge.tree().at("/Resources/Edge/Properties/DistributionConfig");
        for (Template service : services) {
            for (String route : service.routes()) {
                String method = route.substring(0, route.indexOf(' '));
                String path = route.substring(route.indexOf(' ') + 1);
                JsonNode behaviour = distribution.path("DefaultCacheBehavior");
                for (JsonNode candidate : distribution.path("CacheBehaviors")) {
                    if (fits(candidate.path("PathPattern").asText(), path)) {
                        behaviour = candidate;
                        break;
                    }
                }
                if (!behaviour.path("TargetOriginId").asText().equals(service.name())) {
                    complaints.add(
                            route
                                    + " of "
                                    + service.name()
                                    + " is sent to "
                                    + behaviour.path("TargetOriginId").asText());
                }
                Set<String> methods = new HashSet<>();
                behaviour.path("AllowedMethods").forEach(m -> methods.add(m.asText()));
                if (!methods.contains(method) && !method.equals("ANY")) {
                    complaints.add(
                            route
                                    + " of "
                                    + service.name()
                                    + " is refused: only "
                                    + new TreeSet<>(methods));
                }
            }
        }
        return complaints;
    }

    private static List<String> tooWide(String function, JsonNode statement) {
        List<String> complaints = new ArrayList<>();
        List<String> actions = texts(statement.path("Action"));
        for (String action : actions) {
            if (action.contains("*")) {
                complaints.add(function + ": may do " + action);
            }
        }
        boolean anything = texts(statement.path("Resource")).stream().anyMatch("*"::equals);
        if (anything && !WITHOUT_RESOURCE.containsAll(actions)) {
            complaints.add(function + ": may do " + actions + " to anything");
        }
        if (statement.has("NotAction") || statement.has("NotResource")) {
            complaints.add(function + ": says what it may not instead of what it may");
        }
        return complaints;
    }

    private static List<String> texts(JsonNode oneOrMore) {
        if (!oneOrMore.isArray()) {
            return List.of(oneOrMore.asText());
        }
        List<String> texts = new ArrayList<>();
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Set<String> settingsRead(Path sources, String handler) {
        Path source = source(sources, handler);
        if (!Files.exists(source)) {
            return Set.of();
        }
        String code = Project.read(source);
        String settings =
                SETTINGS.matcher(code)
                        .results()
                        .map(found -> source.resolveSibling(found.group() + ".java"))
                        .distinct()
                        .filter(Files::exists)
                        .map(Project::read)
                        .collect(Collectors.joining());
        return SETTING.matcher(code + settings)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.startsWith("AWS_") && !name.equals("SERVICE_NAME"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path source(Path sources, String handler) {
        return sources.resolve(handler.replace('.', '/') + ".java");
    }

    private static boolean fits(String pattern, String path) {
        return Pattern.matches(
                Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"), path);
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
