package io.parler.deploy.aws;

import io.parler.deploy.stack.Change;
import io.parler.deploy.stack.ChangeRequest;
import io.parler.deploy.stack.ChangeSet;
import io.parler.deploy.stack.ParameterValue;
import io.parler.deploy.stack.Pause;
import io.parler.deploy.stack.StackEvent;
import io.parler.deploy.stack.StackResource;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.stack.TemplateSource;
import io.parler.deploy.stack.TemplateSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/// The stacks of CloudFormation in one account and region.
public final class AwsStacks implements Stacks {
    private final CloudFormationClient client;
    private final String region;
    private final Pause pause;

    AwsStacks(CloudFormationClient client, String region, Pause pause) {
        this.client = client;
        this.region = region;
        this.pause = pause;
    }

    @Override
    public TemplateSummary summary(TemplateSource template) {
        GetTemplateSummaryRequest.Builder request = GetTemplateSummaryRequest.builder();
        switch (template) {
            case TemplateSource.Body body -> request.templateBody(body.text());
            case TemplateSource.Stored stored -> request.templateURL(url(stored));
        }
        GetTemplateSummaryResponse response = client.getTemplateSummary(request.build());
        return new TemplateSummary(
                response.parameters().stream()
                        .map(
                                p ->
                                        new TemplateSummary.Parameter(
                                                p.parameterKey(),
                                                p.parameterType(),
                                                Optional.ofNullable(p.defaultValue())))
                        .toList(),
                response.capabilities().contains(Capability.CAPABILITY_NAMED_IAM));
    }

    @Override
    public Optional<StackStatus> get(String nameOrId) {
        try {
            return client.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
                    .findFirst()
                    .map(AwsStacks::status);
        } catch (CloudFormationException e) {
            if (e.awsErrorDetails().errorMessage().contains("does not exist")) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public ChangeSet createChangeSet(ChangeRequest request) {
        CreateChangeSetRequest.Builder create =
                CreateChangeSetRequest.builder()
                        .stackName(request.stack())
                        .changeSetName("parler-" + UUID.randomUUID())
                        .changeSetType(
                                request.create() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                        .capabilities(capabilities(request))
                        .parameters(
                                request.parameters().stream().map(AwsStacks::parameter).toList());
        switch (request.template()) {
            case TemplateSource.Body body -> create.templateBody(body.text());
            case TemplateSource.Stored stored -> create.templateURL(url(stored));
        }
        String id = client.createChangeSet(create.build()).id();
        DescribeChangeSetResponse response = computed(request.stack(), id);
        if (response.status() != ChangeSetStatus.FAILED) {
            return new ChangeSet.Ready(id, changes(request.stack(), id));
        }
        String reason = Optional.ofNullable(response.statusReason()).orElse("no reason given");
        boolean empty =
                reason.contains("didn't contain changes")
                        || reason.contains("No updates are to be performed");
        return empty ? new ChangeSet.Empty(id) : new ChangeSet.Refused(id, reason);
    }

    @Override
    public void deleteChangeSet(String stack, String changeSetId) {
        client.deleteChangeSet(request -> request.stackName(stack).changeSetName(changeSetId));
        get(stack).filter(StackStatus::isOnlyPlanned).ifPresent(found -> delete(found.id()));
    }

    @Override
    public void execute(String stack, String changeSetId) {
        client.executeChangeSet(request -> request.stackName(stack).changeSetName(changeSetId));
    }

    @Override
    public void delete(String stack) {
        client.deleteStack(request -> request.stackName(stack));
    }

    @Override
    public List<StackEvent> latestOperation(String nameOrId) {
        List<StackEvent> events = new ArrayList<>();
        for (software.amazon.awssdk.services.cloudformation.model.StackEvent event :
                client.describeStackEventsPaginator(request -> request.stackName(nameOrId))
                        .stackEvents()) {
            StackEvent read =
                    new StackEvent(
                            event.eventId(),
                            event.stackId(),
                            event.logicalResourceId(),
                            orEmpty(event.physicalResourceId()),
                            event.resourceType(),
                            event.resourceStatusAsString(),
                            orEmpty(event.resourceStatusReason()));
            events.add(read);
            if (read.beginsOperation()) {
                break;
            }
        }
        return events;
    }

    @Override
    public List<StackResource> resources(String stack) {
        return client
                .listStackResourcesPaginator(request -> request.stackName(stack))
                .stackResourceSummaries()
                .stream()
                .map(
                        resource ->
                                new StackResource(
                                        resource.logicalResourceId(),
                                        resource.resourceType(),
                                        orEmpty(resource.physicalResourceId())))
                .toList();
    }

    @Override
    public Optional<String> output(String stack, String name) {
        return client.describeStacks(request -> request.stackName(stack)).stacks().stream()
                .flatMap(found -> found.outputs().stream())
                .filter(output -> output.outputKey().equals(name))
                .map(Output::outputValue)
                .findFirst();
    }

    @Override
    public Map<String, String> parameters(String stack) {
        return client.describeStacks(request -> request.stackName(stack)).stacks().stream()
                .flatMap(found -> found.parameters().stream())
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    }

    @Override
    public String template(String stack) {
        return client.getTemplate(
                        request -> request.stackName(stack).templateStage(TemplateStage.ORIGINAL))
                .templateBody();
    }

    private static StackStatus status(Stack stack) {
        Instant changed = Optional.ofNullable(stack.lastUpdatedTime()).orElse(stack.creationTime());
        return new StackStatus(
                stack.stackName(),
                stack.stackId(),
                stack.stackStatusAsString(),
                changed,
                stack.parameters().stream()
                        .map(Parameter::parameterKey)
                        .collect(Collectors.toSet()));
    }

    private DescribeChangeSetResponse computed(String stack, String id) {
        while (true) {
            DescribeChangeSetResponse response =
                    client.describeChangeSet(request -> request.stackName(stack).changeSetName(id));
            if (response.status() != ChangeSetStatus.CREATE_PENDING
                    && response.status() != ChangeSetStatus.CREATE_IN_PROGRESS) {
                return response;
            }
            pause.once();
        }
    }

    private List<Change> changes(String stack, String id) {
        return client
                .describeChangeSetPaginator(request -> request.stackName(stack).changeSetName(id))
                .changes()
                .stream()
                .map(change -> change(change.resourceChange()))
                .toList();
    }

    private static Change change(ResourceChange change) {
        return new Change(kind(change), change.logicalResourceId(), change.resourceType());
    }

    private static Change.Kind kind(ResourceChange change) {
        ChangeAction action = change.action();
        if (action == ChangeAction.ADD || action == ChangeAction.IMPORT) {
            return Change.Kind.ADD;
        }
        if (action == ChangeAction.REMOVE) {
            return Change.Kind.REMOVE;
        }
        Replacement replacement = change.replacement();
        if (replacement == Replacement.TRUE) {
            return Change.Kind.REPLACE;
        }
        return replacement == Replacement.CONDITIONAL
                ? Change.Kind.MAY_REPLACE
                : Change.Kind.CHANGE;
    }

    private static List<Capability> capabilities(ChangeRequest request) {
        return request.namedIam()
                ? List.of(
                        Capability.CAPABILITY_IAM,
                        Capability.CAPABILITY_NAMED_IAM,
                        Capability.CAPABILITY_AUTO_EXPAND)
                : List.of(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND);
    }

    private static Parameter parameter(ParameterValue value) {
        return switch (value) {
            case ParameterValue.Given given ->
                    Parameter.builder()
                            .parameterKey(given.name())
                            .parameterValue(given.value())
                            .build();
            case ParameterValue.Previous previous ->
                    Parameter.builder()
                            .parameterKey(previous.name())
                            .usePreviousValue(true)
                            .build();
        };
    }

    private String url(TemplateSource.Stored stored) {
        return "https://" + stored.bucket() + ".s3." + region + ".amazonaws.com/" + stored.key();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
