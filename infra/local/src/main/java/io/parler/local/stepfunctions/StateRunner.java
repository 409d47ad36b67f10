package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Runs the states of one execution, from what its journal has.
final class StateRunner {
    /// What Step Functions runs at once where a map sets no limit.
    private static final int MAX_CONCURRENCY = 40;

    /// Of the output of a state.
    private static final int MAX_BYTES = 256 * 1024;

    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final Journal journal;
    private final TaskRunner tasks;
    private final JsonNode execution;
    private final Timer timer;
    private final InstantSource clock;

    /// @param execution what the context object has for each state
    StateRunner(
            Journal journal,
            TaskRunner tasks,
            JsonNode execution,
            Timer timer,
            InstantSource clock) {
        this.journal = journal;
        this.tasks = tasks;
        this.execution = execution;
        this.timer = timer;
        this.clock = clock;
    }

    /// A state that is being run.
    private record Visit(
            String name, JsonNode state, Scope scope, String at, JsonNode input, Instant entered) {}

    /// Runs states to their end.
    ///
    /// @param machine has `StartAt` and `States`
    JsonNode run(JsonNode machine, Scope scope, JsonNode input) throws StateError {
        Optional<String> next = Optional.of(machine.path("StartAt").asText());
        JsonNode data = input;
        for (int step = 0; next.isPresent(); step++) {
            scope.cancellation().check();
            String name = next.get();
            String at = scope.path() + step + ":" + name;
            Optional<Journal.Transition> known = journal.transition(at);
            Journal.Transition transition;
            if (known.isPresent()) {
                transition = known.get();
            } else {
                JsonNode state = machine.path("States").path(name);
                transition = run(new Visit(name, state, scope, at, data, clock.instant()));
                journal.transition(at, transition);
            }
            scope.variables().assign(transition.assigned());
            data = transition.output();
            next = transition.next();
        }
        return data;
    }

    private Journal.Transition run(Visit visit) throws StateError {
        JsonNode state = visit.state();
        Map<String, JsonNode> variables = variables(visit, 0, Optional.empty());
        return switch (state.path("Type").asText()) {
            case "Pass", "Succeed" -> leave(state, next(state), variables, visit.input());
            case "Fail" ->
                    throw new StateError(
                            text(state, "Error", variables), text(state, "Cause", variables));
            case "Wait" -> {
                Instant until =
                        journal.attempt(visit.at(), clock.instant())
                                .time()
                                .plusSeconds(number(state.path("Seconds"), variables));
                visit.scope()
                        .cancellation()
                        .await(timer.after(Duration.between(clock.instant(), until)));
                yield leave(state, next(state), variables, visit.input());
            }
            case "Choice" -> choose(visit, variables);
            default -> attempt(visit);
        };
    }

    private static Journal.Transition choose(Visit visit, Map<String, JsonNode> variables)
            throws StateError {
        for (JsonNode choice : visit.state().path("Choices")) {
            JsonNode holds = Expressions.evaluate(choice.path("Condition"), variables);
            if (!holds.isBoolean()) {
                throw new StateError(
                        StateError.QUERY, choice.path("Condition") + " is neither true nor false");
            }
            if (holds.asBoolean()) {
                return leave(choice, next(choice), variables, visit.input());
            }
        }
        if (!visit.state().has("Default")) {
            throw new StateError("States.NoChoiceMatched", visit.name());
        }
        return leave(
                visit.state(),
                Optional.of(visit.state().path("Default").asText()),
                variables,
                visit.input());
    }

    /// Runs a task or a map, again where a retrier says so.
    private Journal.Transition attempt(Visit visit) throws StateError {
        JsonNode state = visit.state();
        Retriers retriers = new Retriers(state.path("Retry"));
        for (int attempt = 0; ; attempt++) {
            String at = visit.at() + "#" + attempt;
            try {
                Optional<StateError> before = journal.failure(at);
                if (before.isPresent()) {
                    throw before.get();
                }
                JsonNode result =
                        state.path("Type").asText().equals("Map")
                                ? map(visit, at)
                                : task(visit, at, attempt);
                Map<String, JsonNode> variables = variables(visit, attempt, Optional.empty());
                with(variables, "result", result);
                return leave(state, next(state), variables, result);
            } catch (StateError e) {
                journal.failure(at, e);
                Optional<Duration> pause = retriers.pauseAfter(e);
                if (pause.isEmpty()) {
                    return caught(visit, attempt, e);
                }
                if (journal.failure(visit.at() + "#" + (attempt + 1)).isEmpty()) {
                    visit.scope().cancellation().await(timer.after(pause.get()));
                }
            }
        }
    }

    private Journal.Transition caught(Visit visit, int attempt, StateError error)
            throws StateError {
        for (JsonNode catcher : visit.state().path("Catch")) {
            if (error.isOneOf(catcher.path("ErrorEquals"))) {
                ObjectNode output = JsonNodeFactory.instance.objectNode();
                output.put("Error", error.error()).put("Cause", error.cause());
                Map<String, JsonNode> variables = variables(visit, attempt, Optional.empty());
                with(variables, "errorOutput", output);
                return leave(catcher, next(catcher), variables, output);
            }
        }
        throw error;
    }

    private JsonNode task(Visit visit, String at, int attempt) throws StateError {
        JsonNode state = visit.state();
        Journal.Attempt started = journal.attempt(at, clock.instant());
        boolean waits = state.path("Resource").asText().endsWith(".waitForTaskToken");
        Map<String, JsonNode> variables =
                variables(
                        visit,
                        attempt,
                        waits
                                ? Optional.of(
                                        TaskToken.of(
                                                execution.at("/Execution/Id").asText(),
                                                started.token()))
                                : Optional.empty());
        Optional<Duration> timeout =
                state.has("TimeoutSeconds")
                        ? Optional.of(
                                Duration.ofSeconds(number(state.path("TimeoutSeconds"), variables)))
                        : Optional.empty();
        return tasks.run(
                new TaskRunner.Task(
                        at,
                        started,
                        Expressions.evaluate(state.path("Arguments"), variables),
                        waits,
                        timeout),
                visit.scope().cancellation());
    }

    private JsonNode map(Visit visit, String at) throws StateError {
        JsonNode state = visit.state();
        Map<String, JsonNode> variables = variables(visit, 0, Optional.empty());
        JsonNode items =
                state.has("Items")
                        ? Expressions.evaluate(state.path("Items"), variables)
                        : visit.input();
        if (!items.isArray()) {
            throw new StateError(StateError.QUERY, visit.name() + ": Items is not a list");
        }
        long limit =
                state.has("MaxConcurrency") ? number(state.path("MaxConcurrency"), variables) : 0;
        int workers =
                (int) Math.min(limit == 0 ? MAX_CONCURRENCY : limit, Math.max(items.size(), 1));
        Cancellation ofMap = visit.scope().cancellation().part();
        @Nullable JsonNode[] results = new @Nullable JsonNode[items.size()];
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        AtomicInteger nextItem = new AtomicInteger();
        Runnable worker =
                () -> {
                    try {
                        int i = nextItem.getAndIncrement();
                        while (i < results.length) {
                            ofMap.check();
                            results[i] = iteration(visit, at, ofMap, i, items.get(i));
                            i = nextItem.getAndIncrement();
                        }
                    } catch (CancelledException _) {
                        // Another iteration failed, or the execution was stopped.
                    } catch (Throwable e) {
                        failure.compareAndSet(null, e);
                        ofMap.cancel();
                    }
                };
        List<Thread> threads =
                IntStream.range(0, workers)
                        .mapToObj(i -> Thread.ofVirtual().name(visit.at()).start(worker))
                        .toList();
        threads.forEach(StateRunner::join);
        visit.scope().cancellation().check();
        switch (failure.get()) {
            case null -> {}
            case StateError error -> throw error;
            case Throwable error -> throw new IllegalStateException(error);
        }
        ArrayNode output = JsonNodeFactory.instance.arrayNode();
        for (JsonNode result : results) {
            output.add(result);
        }
        return output;
    }

    private JsonNode iteration(
            Visit visit, String at, Cancellation ofMap, int index, JsonNode value)
            throws StateError {
        ObjectNode item = JsonNodeFactory.instance.objectNode().put("Index", index);
        item.set("Value", value);
        Scope scope = visit.scope().iteration(at + "[" + index + "]", ofMap, item);
        JsonNode input = value;
        if (visit.state().has("ItemSelector")) {
            Visit inner =
                    new Visit(
                            visit.name(), visit.state(), scope, at, visit.input(), visit.entered());
            input =
                    Expressions.evaluate(
                            visit.state().path("ItemSelector"),
                            variables(inner, 0, Optional.empty()));
        }
        return run(visit.state().path("ItemProcessor"), scope, input);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static Journal.Transition leave(
            JsonNode fields,
            Optional<String> next,
            Map<String, JsonNode> variables,
            JsonNode otherwise)
            throws StateError {
        JsonNode output =
                fields.has("Output")
                        ? Expressions.evaluate(fields.path("Output"), variables)
                        : otherwise;
        if (output.toString().getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new StateError(StateError.TOO_LARGE, "The output has more than 256 KB.");
        }
        JsonNode assigned =
                fields.has("Assign")
                        ? Expressions.evaluate(fields.path("Assign"), variables)
                        : NOTHING;
        return new Journal.Transition(output, assigned, next);
    }

    private static Optional<String> next(JsonNode fields) {
        return Optional.ofNullable(fields.get("Next")).map(JsonNode::asText);
    }

    /// The variables of the scope, and `$states` with the input and the context object.
    private Map<String, JsonNode> variables(Visit visit, int attempt, Optional<String> token) {
        ObjectNode context = execution.deepCopy();
        context.putObject("State")
                .put("Name", visit.name())
                .put("EnteredTime", visit.entered().toString())
                .put("RetryCount", attempt);
        token.ifPresent(text -> context.putObject("Task").put("Token", text));
        visit.scope().iteration().ifPresent(item -> context.putObject("Map").set("Item", item));
        Map<String, JsonNode> variables = visit.scope().variables().all();
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        states.set("input", visit.input());
        states.set("context", context);
        variables.put("states", states);
        return variables;
    }

    private static void with(Map<String, JsonNode> variables, String name, JsonNode value) {
        variables.compute(
                "states",
                (key, states) -> ((ObjectNode) Objects.requireNonNull(states)).set(name, value));
    }

    private static String text(JsonNode state, String field, Map<String, JsonNode> variables)
            throws StateError {
        return Expressions.evaluate(state.path(field), variables).asText();
    }

    private static long number(JsonNode value, Map<String, JsonNode> variables) throws StateError {
        JsonNode number = Expressions.evaluate(value, variables);
        if (!number.isNumber()) {
            throw new StateError(StateError.QUERY, value + " is not a number");
        }
        return number.asLong();
    }
}
