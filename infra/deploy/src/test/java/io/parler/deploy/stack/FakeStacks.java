package io.parler.deploy.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Stacks in memory, with results that a test chooses; it records what is done with them.
public final class FakeStacks implements Stacks {
    /// What was called, such as `execute parler-dev-status`.
    public final List<String> calls = new ArrayList<>();

    /// The requests for change sets.
    public final List<ChangeRequest> requests = new ArrayList<>();

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private TemplateSummary summary = new TemplateSummary(List.of(), false);
    private final Map<String, ChangeSet> changeSets = new HashMap<>();
    private final Map<String, StackEvent> failures = new HashMap<>();
    private final List<StackEvent> stale = new ArrayList<>();
    private int events;
    private boolean late;

    private static final class Entry {
        String state;
        int looks;
        String afterwards;
        String template = "Resources: {}";
        List<StackResource> resources = List.of();
        Map<String, String> parameters = Map.of();
        final List<StackEvent> history = new ArrayList<>();

        Entry(String state) {
            this.state = state;
            this.afterwards = state;
        }
    }

    public FakeStacks stack(String name, String state, String... parameters) {
        Entry entry = new Entry(state);
        entry.parameters = new HashMap<>();
        Set.of(parameters).forEach(parameter -> entry.parameters.put(parameter, "a value"));
        entries.put(name, entry);
        return this;
    }

    /// The value of a parameter of a stack.
    public FakeStacks parameter(String stack, String name, String value) {
        entry(stack).parameters.put(name, value);
        return this;
    }

    /// What every template declares.
    public FakeStacks summary(TemplateSummary everyTemplates) {
        summary = everyTemplates;
        return this;
    }

    /// A stack that has this state for a number of looks, and then another.
    public FakeStacks busy(String name, String state, int looks, String afterwards) {
        stack(name, state);
        Entry entry = entry(name);
        entry.looks = looks;
        entry.afterwards = afterwards;
        stackEvent(name, state);
        return this;
    }

    public FakeStacks content(String name, String template, StackResource... resources) {
        entry(name).template = template;
        entry(name).resources = List.of(resources);
        return this;
    }

    public FakeStacks changeSet(String stack, ChangeSet changeSet) {
        changeSets.put(stack, changeSet);
        return this;
    }

    /// The first look at an operation finds only the events of the one before.
    public FakeStacks lateEvents() {
        late = true;
        return this;
    }

    /// The next operation on the stack fails with this event.
    public FakeStacks failure(String stack, String resource, String state, String reason) {
        failures.put(stack, event(stack, resource, "AWS::Lambda::Function", state, reason));
        return this;
    }

    @Override
    public TemplateSummary summary(TemplateSource template) {
        return summary;
    }

    @Override
    public Optional<StackStatus> get(String nameOrId) {
        String name = nameOrId.replaceFirst("-id$", "");
        Entry entry = entries.get(name);
        if (entry == null || (entry.state.equals("DELETE_COMPLETE") && nameOrId.equals(name))) {
            return Optional.empty();
        }
        if (entry.looks-- <= 0) {
            entry.state = entry.afterwards;
        }
        return Optional.of(
                new StackStatus(
                        name,
                        name + "-id",
                        entry.state,
                        Instant.parse("2026-11-28T10:00:00Z"),
                        entry.parameters.keySet()));
    }

    @Override
    public Map<String, String> parameters(String stack) {
        return entry(stack).parameters;
    }

    @Override
    public ChangeSet createChangeSet(ChangeRequest request) {
        requests.add(request);
        if (request.create()) {
            stack(request.stack(), "REVIEW_IN_PROGRESS");
        }
        return changeSets.getOrDefault(
                request.stack(),
                new ChangeSet.Ready(
                        "changes",
                        List.of(new Change(Change.Kind.ADD, "Api", "AWS::Serverless::HttpApi"))));
    }

    @Override
    public void deleteChangeSet(String stack, String changeSetId) {
        calls.add("delete the change set of " + stack);
    }

    @Override
    public void execute(String stack, String changeSetId) {
        calls.add("execute " + stack);
        boolean create = entry(stack).state.equals("REVIEW_IN_PROGRESS");
        operate(stack, create ? "CREATE" : "UPDATE");
    }

    @Override
    public void delete(String stack) {
        String name = stack.replaceFirst("-id$", "");
        calls.add("delete " + name);
        operate(name, "DELETE");
    }

    @Override
    public List<StackEvent> latestOperation(String nameOrId) {
        if (!stale.isEmpty()) {
            List<StackEvent> before = List.copyOf(stale);
            stale.clear();
            return before;
        }
        List<StackEvent> latest = new ArrayList<>();
        for (StackEvent event : entry(nameOrId.replaceFirst("-id$", "")).history.reversed()) {
            latest.add(event);
            if (event.beginsOperation()) {
                break;
            }
        }
        return latest;
    }

    @Override
    public List<StackResource> resources(String stack) {
        return entry(stack).resources;
    }

    @Override
    public Optional<String> output(String stack, String name) {
        return Optional.empty();
    }

    @Override
    public String template(String stack) {
        return entry(stack).template;
    }

    private void operate(String stack, String verb) {
        if (late) {
            stale.addAll(latestOperation(stack));
        }
        stackEvent(stack, verb + "_IN_PROGRESS");
        StackEvent failure = failures.remove(stack);
        String state = verb + "_COMPLETE";
        if (failure != null) {
            entry(stack).history.add(failure);
            state =
                    switch (verb) {
                        case "CREATE" -> "ROLLBACK_COMPLETE";
                        case "UPDATE" -> "UPDATE_ROLLBACK_COMPLETE";
                        default -> "DELETE_FAILED";
                    };
        } else {
            entry(stack)
                    .history
                    .add(event(stack, "Api", "AWS::Lambda::Function", verb + "_COMPLETE", ""));
        }
        stackEvent(stack, state);
        entry(stack).state = state;
        entry(stack).afterwards = state;
    }

    private void stackEvent(String stack, String state) {
        events++;
        entry(stack)
                .history
                .add(
                        new StackEvent(
                                "event-" + events,
                                stack + "-id",
                                stack,
                                stack + "-id",
                                "AWS::CloudFormation::Stack",
                                state,
                                ""));
    }

    private StackEvent event(
            String stack, String resource, String type, String state, String reason) {
        events++;
        return new StackEvent(
                "event-" + events, stack + "-id", resource, resource, type, state, reason);
    }

    private Entry entry(String name) {
        @Nullable Entry entry = entries.get(name);
        return Objects.requireNonNull(entry, name);
    }
}
