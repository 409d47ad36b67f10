package io.parler.deploy.plan;

import io.parler.deploy.archive.Uploader;
import io.parler.deploy.stack.Change;
import io.parler.deploy.stack.ChangeRequest;
import io.parler.deploy.stack.ChangeSet;
import io.parler.deploy.stack.ParameterResolver;
import io.parler.deploy.stack.StackStatus;
import io.parler.deploy.stack.Stacks;
import io.parler.deploy.suite.DeployException;
import io.parler.deploy.suite.Stage;
import io.parler.deploy.suite.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Computes what a deployment would change. It leaves no change set behind.
public final class Planner {
    private final Stage stage;
    private final Stacks stacks;
    private final ParameterResolver resolver;
    private final Uploader uploader;

    public Planner(Stage stage, Stacks stacks, ParameterResolver resolver, Uploader uploader) {
        this.stage = stage;
        this.stacks = stacks;
        this.resolver = resolver;
        this.uploader = uploader;
    }

    /// Plans every entry, in order.
    ///
    /// @param bucket the bucket of archives; empty before the first deployment
    public List<EntryPlan> plan(List<PreparedStack> prepared, Optional<String> bucket) {
        List<EntryPlan> plans = new ArrayList<>();
        Map<String, EntryPlan> earlier = new HashMap<>();
        for (PreparedStack stack : prepared) {
            EntryPlan plan = again(earlier.get(stack.name()), plan(stack, bucket, earlier));
            earlier.putIfAbsent(stack.name(), plan);
            plans.add(plan);
        }
        return plans;
    }

    private EntryPlan plan(
            PreparedStack stack, Optional<String> bucket, Map<String, EntryPlan> earlier) {
        String name = stack.name();
        Optional<StackStatus> found = stacks.get(stage.stackName(name));
        if (found.isEmpty() || found.get().isOnlyPlanned() || found.get().isFailedCreation()) {
            return new EntryPlan.Create(
                    name,
                    stack.template().template().resources().stream()
                            .map(Template.Resource::type)
                            .toList());
        }
        StackStatus existing = found.get();
        if (!existing.isComplete() && (existing.isInProgress() || existing.isStuck())) {
            return new EntryPlan.Later(name, "it is " + existing.state());
        }
        ParameterResolver.Resolution parameters =
                resolver.resolve(stack.entry(), stack.summary(), found);
        Set<String> needed = new LinkedHashSet<>(parameters.missing());
        parameters.absent().stream().filter(path -> isWritten(path, earlier)).forEach(needed::add);
        if (!needed.isEmpty()) {
            return new EntryPlan.Later(name, "it needs " + String.join(", ", needed) + " first");
        }
        return planUpdate(stack, existing, parameters, bucket);
    }

    /// Whether a service that this deployment creates will write it.
    private boolean isWritten(String path, Map<String, EntryPlan> earlier) {
        return earlier.values().stream()
                .filter(EntryPlan.Create.class::isInstance)
                .anyMatch(plan -> path.startsWith(stage.parameterName(plan.name() + "/")));
    }

    private EntryPlan planUpdate(
            PreparedStack stack,
            StackStatus existing,
            ParameterResolver.Resolution parameters,
            Optional<String> bucket) {
        ChangeSet changeSet =
                stacks.createChangeSet(
                        new ChangeRequest(
                                existing.name(),
                                false,
                                uploader.source(stack.template(), bucket),
                                parameters.values(),
                                stack.summary().needsNamedIam()));
        stacks.deleteChangeSet(existing.name(), changeSet.id());
        return switch (changeSet) {
            case ChangeSet.Empty _ -> new EntryPlan.Unchanged(stack.name());
            case ChangeSet.Ready ready -> new EntryPlan.Update(stack.name(), ready.changes());
            case ChangeSet.Refused refused ->
                    throw new DeployException(
                            existing.name()
                                    + ": CloudFormation refuses the change: "
                                    + refused.reason());
        };
    }

    /// A stack that is listed twice: of the second time only what the first has not changed.
    private static EntryPlan again(@Nullable EntryPlan first, EntryPlan second) {
        if (first == null) {
            return second;
        }
        if (first instanceof EntryPlan.Update done && second instanceof EntryPlan.Update update) {
            List<Change> rest =
                    update.changes().stream()
                            .filter(change -> !done.changes().contains(change))
                            .toList();
            return rest.isEmpty()
                    ? new EntryPlan.Unchanged(second.name())
                    : new EntryPlan.Update(second.name(), rest);
        }
        return second instanceof EntryPlan.Create
                ? new EntryPlan.Later(
                        second.name(), "updated with what the stacks before it have written")
                : second;
    }
}
