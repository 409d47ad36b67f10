package io.parler.local.stack;

import io.parler.local.iam.Role;
import io.parler.local.lambda.FunctionSpec;
import io.parler.local.lambda.ScheduleRate;
import io.parler.local.template.TemplateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The functions and APIs of one stack (AWS::Serverless types), with their routes and event source
/// mappings. They run here and not in an engine.
final class ServerlessResources {
    private static final int DEFAULT_CONCURRENCY = 50;
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;
    private static final int DEFAULT_MEMORY_MB = 128;

    private final String name;
    private final Path template;
    private final Account account;
    private final Queues queues;
    private final DeploymentRules rules;

    private final List<FunctionSpec> functions = new ArrayList<>();
    private final List<Stack.QueueToFunction> mappings = new ArrayList<>();
    private final List<Stack.Schedule> schedules = new ArrayList<>();
    private final Map<String, List<Api.Route>> routes = new HashMap<>();
    private final Map<String, ApiAuthorizers> authorizers = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    ServerlessResources(
            String name, Path template, Account account, Queues queues, DeploymentRules rules) {
        this.name = name;
        this.template = template;
        this.account = account;
        this.queues = queues;
        this.rules = rules;
    }

    List<FunctionSpec> functions() {
        return functions;
    }

    List<Stack.QueueToFunction> mappings() {
        return mappings;
    }

    List<Stack.Schedule> schedules() {
        return schedules;
    }

    List<Api> apis() {
        return routes.entrySet().stream()
                .map(e -> new Api(e.getKey(), apiHost(e.getKey()), e.getValue()))
                .toList();
    }

    /// The ARN of a function's alias.
    Optional<String> alias(String logicalId) {
        return Optional.ofNullable(aliases.get(logicalId));
    }

    CreatedResource api(String logicalId, ResourceProperties properties) {
        String id = (name + "-" + logicalId).toLowerCase(Locale.ROOT);
        routes.putIfAbsent(id, new ArrayList<>());
        authorizers.put(
                id,
                ApiAuthorizers.read(
                        properties.child("Auth"), account.policies().roles(), account.roleCheck()));
        return new CreatedResource(id, Map.of("ApiEndpoint", "https://" + apiHost(id)));
    }

    private static String apiHost(String apiId) {
        return apiId + ".execute-api." + Endpoints.REGION + ".amazonaws.com";
    }

    CreatedResource function(String logicalId, String function, ResourceProperties properties) {
        Role role =
                Role.ofFunction(
                        properties.where(),
                        name + "-" + logicalId + "Role",
                        function,
                        properties.node(),
                        account.policies().managed());
        rules.function(properties);
        Map<String, String> variables = new LinkedHashMap<>(account.ofFunctions().environment());
        variables.put("AWS_ACCESS_KEY_ID", account.accessKeys().keyOf(role));
        properties
                .node()
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(e -> variables.put(e.getKey(), e.getValue().asText()));
        Path folder = Optional.ofNullable(template.getParent()).orElse(Path.of("."));
        int timeout = properties.number("Timeout").orElse(DEFAULT_TIMEOUT_SECONDS);
        functions.add(
                new FunctionSpec(
                        function,
                        folder.resolve(properties.requiredText("CodeUri")).normalize(),
                        properties.requiredText("Handler"),
                        variables,
                        Duration.ofSeconds(timeout),
                        properties.number("MemorySize").orElse(DEFAULT_MEMORY_MB),
                        properties
                                .number("ReservedConcurrentExecutions")
                                .orElse(DEFAULT_CONCURRENCY)));
        properties
                .node()
                .path("Events")
                .properties()
                .forEach(e -> event(role, timeout, properties.child("Events").child(e.getKey())));
        String arn =
                "arn:aws:lambda:%s:%s:function:%s"
                        .formatted(Endpoints.REGION, Endpoints.ACCOUNT_ID, function);
        // SAM makes the alias a resource, which is referred to as FUNCTION.Alias.
        properties
                .text("AutoPublishAlias")
                .ifPresent(alias -> aliases.put(logicalId, arn + ":" + alias));
        return new CreatedResource(function, Map.of("Arn", arn));
    }

    private void event(Role role, int timeoutSeconds, ResourceProperties event) {
        String function = role.function();
        ResourceProperties properties = event.child("Properties");
        if (event.requiredText("Type").equals("SQS")) {
            boolean reports = properties.list("FunctionResponseTypes").size() > 0;
            Optional<Integer> concurrency =
                    properties.child("ScalingConfig").number("MaximumConcurrency");
            String queueArn = properties.requiredText("Queue");
            rules.mapping(properties.where(), role, queueArn, timeoutSeconds, concurrency);
            mappings.add(
                    new Stack.QueueToFunction(
                            function,
                            queueArn,
                            queues.url(queueArn),
                            properties.number("BatchSize").orElse(10),
                            concurrency.orElse(DEFAULT_CONCURRENCY),
                            reports));
            return;
        }
        if (event.requiredText("Type").equals("Schedule")) {
            schedules.add(schedule(function, properties));
            return;
        }
        String path = properties.text("Path").orElse("$default");
        String api = properties.requiredText("ApiId");
        ApiAuthorizers ofApi =
                Optional.ofNullable(authorizers.get(api))
                        .orElseThrow(
                                () ->
                                        new TemplateException(
                                                properties.where()
                                                        + ": ApiId is not an API of this template"));
        routes.computeIfAbsent(api, id -> new ArrayList<>())
                .add(
                        new Api.Route(
                                properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT),
                                path,
                                function,
                                ofApi.ofRoute(properties.child("Auth"))));
    }

    private static Stack.Schedule schedule(String function, ResourceProperties properties) {
        String expression = properties.requiredText("Schedule");
        Duration rate =
                ScheduleRate.parse(expression)
                        .orElseThrow(
                                () ->
                                        new TemplateException(
                                                properties.where()
                                                        + ": Schedule is not a rate such as"
                                                        + " rate(5 minutes): "
                                                        + expression));
        return new Stack.Schedule(function, function + "-schedule", rate, properties.text("Input"));
    }
}
