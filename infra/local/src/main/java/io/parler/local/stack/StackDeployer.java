package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.iam.Policies;
import io.parler.local.template.Intrinsics;
import io.parler.local.template.ReferenceScope;
import io.parler.local.template.Template;
import io.parler.local.template.TemplateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Creates the resources of one template, each once, when it is first needed. Existing resources
/// keep their data.
final class StackDeployer {
    private static final String ALIAS = ".Alias";

    private final String name;
    private final Template template;
    private final Map<String, String> given;
    private final StackParameters parameters;
    private final Policies policies;
    private final DeploymentRules rules;
    private final SigningKeys keys;
    private final Queues queues;
    private final Topics topics;
    private final Tables tables;
    private final Buckets buckets;
    private final Secrets secrets;
    private final ServerlessResources serverless;
    private final StateMachines stateMachines;

    private final Map<String, CreatedResource> created = new LinkedHashMap<>();
    private final Deque<String> inProgress = new ArrayDeque<>();
    private final List<Distribution> distributions = new ArrayList<>();

    StackDeployer(
            String name,
            Template template,
            Map<String, String> given,
            StackParameters parameters,
            Account account,
            DeploymentRules rules,
            SigningKeys keys,
            AwsClient api) {
        this.name = name;
        this.template = template;
        this.given = given;
        this.parameters = parameters;
        Endpoints endpoints = account.endpoints();
        this.policies = account.policies();
        this.rules = rules;
        this.keys = keys;
        this.queues = new Queues(api, endpoints.sqs());
        this.topics = new Topics(api, endpoints.sns());
        this.tables = new Tables(api, endpoints.dynamoDb());
        this.buckets = new Buckets(api, endpoints.s3());
        this.secrets = new Secrets(account.secrets(), account.arns());
        this.serverless = new ServerlessResources(name, template.file(), account, queues, rules);
        this.stateMachines = new StateMachines(account);
        for (String parameter : given.keySet()) {
            if (!template.parameters().containsKey(parameter)) {
                throw new TemplateException(template.file() + " has no parameter " + parameter);
            }
        }
    }

    Stack deploy() {
        List<String> dangling = ReferenceRules.errors(template, this::holds);
        if (!dangling.isEmpty()) {
            throw new TemplateException(dangling);
        }
        template.resources().values().stream()
                .filter(this::exists)
                .forEach(resource -> created(resource.logicalId()));
        return new Stack(
                serverless.functions(),
                serverless.mappings(),
                serverless.schedules(),
                stateMachines.all(),
                serverless.apis(),
                distributions);
    }

    private boolean holds(String condition) {
        return new Names().condition(condition).orElse(true);
    }

    private boolean exists(Template.Resource resource) {
        return resource.condition()
                .map(name -> new Names().condition(name).orElseThrow(() -> unknown(resource, name)))
                .orElse(true);
    }

    private TemplateException unknown(Template.Resource resource, String condition) {
        return new TemplateException(
                template.file()
                        + ":"
                        + resource.line()
                        + ": "
                        + resource.logicalId()
                        + ": there is no condition "
                        + condition);
    }

    private CreatedResource created(String logicalId) {
        CreatedResource known = created.get(logicalId);
        if (known != null) {
            return known;
        }
        if (inProgress.contains(logicalId)) {
            throw new TemplateException(
                    template.file()
                            + ": "
                            + String.join(" depends on ", inProgress.reversed())
                            + " depends on "
                            + logicalId);
        }
        inProgress.push(logicalId);
        try {
            Template.Resource resource = resource(logicalId);
            ResourceProperties properties = properties(resource);
            CreatedResource result;
            try {
                result = create(resource, properties);
            } catch (AwsClient.AwsError e) {
                throw new TemplateException(properties.where() + ": " + e.getMessage());
            }
            created.put(logicalId, result);
            return result;
        } finally {
            inProgress.pop();
        }
    }

    private Template.Resource resource(String logicalId) {
        return Optional.ofNullable(template.resources().get(logicalId)).orElseThrow();
    }

    private ResourceProperties properties(Template.Resource resource) {
        String file = template.file().toString();
        Intrinsics intrinsics = new Intrinsics(file, resource.logicalId(), new Names());
        return new ResourceProperties(
                file + ":" + resource.line() + ": " + resource.logicalId(),
                intrinsics.evaluate(resource.properties()));
    }

    private CreatedResource create(Template.Resource resource, ResourceProperties properties) {
        String id = resource.logicalId();
        return switch (resource.type()) {
            case "AWS::SQS::Queue" -> queue(id, properties);
            case "AWS::SQS::QueuePolicy" -> queuePolicy(id, properties);
            case "AWS::SNS::Topic" -> topics.create(physicalName(properties, "TopicName", id));
            case "AWS::SNS::Subscription" -> subscription(properties);
            case "AWS::DynamoDB::Table" ->
                    tables.create(physicalName(properties, "TableName", id), properties);
            case "AWS::S3::Bucket" ->
                    buckets.create(
                            properties
                                    .text("BucketName")
                                    .orElse((name + "-" + id).toLowerCase(Locale.ROOT)));
            case "AWS::IAM::Role" -> role(id, properties);
            case "AWS::IAM::ManagedPolicy" -> managedPolicy(id, properties);
            case "AWS::SecretsManager::Secret" ->
                    secrets.create(physicalName(properties, "Name", id), properties);
            case "AWS::SSM::Parameter" -> parameter(properties);
            case "AWS::Serverless::HttpApi" -> serverless.api(id, properties);
            case "AWS::Serverless::Function" ->
                    serverless.function(
                            id, physicalName(properties, "FunctionName", id), properties);
            case "AWS::Serverless::StateMachine" ->
                    stateMachines.create(physicalName(properties, "Name", id), properties);
            case "AWS::CloudFront::PublicKey" -> keys.key(name + "-" + id, properties);
            case "AWS::CloudFront::KeyGroup" -> keys.group(name + "-" + id, properties);
            case "AWS::CloudFront::Distribution" -> distribution(id, properties);
            default ->
                    throw new TemplateException(
                            properties.where() + ": " + resource.type() + " is not supported here");
        };
    }

    private String physicalName(ResourceProperties properties, String property, String logicalId) {
        return properties.text(property).orElse(name + "-" + logicalId);
    }

    private CreatedResource queue(String logicalId, ResourceProperties properties) {
        CreatedResource queue =
                queues.create(physicalName(properties, "QueueName", logicalId), properties);
        rules.queue(attribute(queue, "Arn"), properties);
        return queue;
    }

    private CreatedResource queuePolicy(String logicalId, ResourceProperties properties) {
        for (JsonNode url : properties.list("Queues")) {
            String arn =
                    queues.arn(url.asText())
                            .orElseThrow(
                                    () ->
                                            new TemplateException(
                                                    properties.where()
                                                            + ": "
                                                            + url.asText()
                                                            + " is not a queue of this template"));
            policies.queues()
                    .set(properties.where(), arn, properties.node().path("PolicyDocument"));
        }
        return new CreatedResource(name + "-" + logicalId, Map.of());
    }

    private CreatedResource subscription(ResourceProperties properties) {
        CreatedResource subscription = topics.subscribe(properties);
        String topic = properties.requiredText("TopicArn");
        rules.delivery(properties.where(), topic, properties.requiredText("Endpoint"));
        properties
                .child("RedrivePolicy")
                .text("deadLetterTargetArn")
                .ifPresent(queue -> rules.delivery(properties.where(), topic, queue));
        return subscription;
    }

    private static String attribute(CreatedResource resource, String name) {
        return Optional.ofNullable(resource.attributes().get(name)).orElseThrow();
    }

    private CreatedResource managedPolicy(String logicalId, ResourceProperties properties) {
        String arn =
                policies.managed()
                        .add(
                                properties.where(),
                                physicalName(properties, "ManagedPolicyName", logicalId),
                                properties.node().path("PolicyDocument"));
        return new CreatedResource(arn, Map.of("PolicyArn", arn));
    }

    private CreatedResource role(String logicalId, ResourceProperties properties) {
        String role = physicalName(properties, "RoleName", logicalId);
        String arn = policies.roles().add(properties.where(), role, properties.node());
        return new CreatedResource(role, Map.of("Arn", arn));
    }

    private CreatedResource parameter(ResourceProperties properties) {
        String parameter = properties.requiredText("Name");
        String value = properties.requiredText("Value");
        parameters.put(parameter, value);
        return new CreatedResource(parameter, Map.of("Type", "String", "Value", value));
    }

    private CreatedResource distribution(String logicalId, ResourceProperties properties) {
        ResourceProperties config = properties.child("DistributionConfig");
        distributions.add(DistributionReader.read(config, rules, keys));
        String id = name + "-" + logicalId;
        return new CreatedResource(id, Map.of("Id", id, "DomainName", id.toLowerCase(Locale.ROOT)));
    }

    /// Resolves names inside this template.
    private final class Names implements ReferenceScope {
        private String where(Template.Parameter parameter) {
            return template.file() + ":" + parameter.line() + ": parameter " + parameter.name();
        }

        @Override
        public Optional<String> ref(String ref) {
            Template.Parameter parameter = template.parameters().get(ref);
            if (parameter != null) {
                return Optional.of(value(parameter));
            }
            if (isThere(ref)) {
                return Optional.of(created(ref).ref());
            }
            if (ref.endsWith(ALIAS)) {
                String function = ref.substring(0, ref.length() - ALIAS.length());
                return isThere(function) ? alias(function) : Optional.empty();
            }
            if (template.ignored().contains(ref)) {
                return Optional.of(name + "-" + ref);
            }
            return Optional.ofNullable(
                    switch (ref) {
                        case "AWS::Region" -> Endpoints.REGION;
                        case "AWS::AccountId" -> Endpoints.ACCOUNT_ID;
                        case "AWS::Partition" -> "aws";
                        case "AWS::URLSuffix" -> "amazonaws.com";
                        case "AWS::StackName" -> name;
                        default -> null;
                    });
        }

        @Override
        public Optional<String> attribute(String logicalId, String attribute) {
            if (template.ignored().contains(logicalId)) {
                // A placeholder: only what has no effect here can use it.
                return Optional.of(name + "-" + logicalId + "." + attribute);
            }
            return isThere(logicalId)
                    ? Optional.ofNullable(created(logicalId).attributes().get(attribute))
                    : Optional.empty();
        }

        @Override
        public Optional<Boolean> condition(String condition) {
            return Optional.ofNullable(template.conditions().get(condition))
                    .map(
                            value ->
                                    new Intrinsics(template.file().toString(), condition, this)
                                            .holds(value));
        }

        private Optional<String> alias(String function) {
            created(function);
            return serverless.alias(function);
        }

        private boolean isThere(String logicalId) {
            Template.Resource resource = template.resources().get(logicalId);
            return resource != null && exists(resource);
        }

        private String value(Template.Parameter parameter) {
            String value =
                    Optional.ofNullable(given.get(parameter.name()))
                            .or(parameter::defaultValue)
                            .orElseThrow(
                                    () ->
                                            new TemplateException(
                                                    where(parameter) + " has no value"));
            if (!parameter.fromSsm()) {
                return value;
            }
            return parameters
                    .get(value)
                    .orElseThrow(
                            () ->
                                    new TemplateException(
                                            where(parameter)
                                                    + ": no stack before this one wrote "
                                                    + value));
        }
    }
}
