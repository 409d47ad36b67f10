package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.iam.Role;
import io.parler.local.lambda.FunctionSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// A deployed stack: the resources that run here and not in an engine.
public record Stack(
        List<FunctionSpec> functions,
        List<QueueToFunction> mappings,
        List<Schedule> schedules,
        List<StateMachine> stateMachines,
        List<Api> apis,
        List<Distribution> distributions) {

    /// An event source mapping; the queue may be in another stack.
    public record QueueToFunction(
            String function,
            String queueArn,
            String queueUrl,
            int batchSize,
            int maximumConcurrency,
            boolean reportBatchItemFailures) {}

    /// A rule that invokes a function at a fixed rate.
    public record Schedule(String function, String rule, Duration rate, Optional<String> input) {}

    /// A state machine.
    ///
    /// @param definition in the Amazon States Language
    /// @param role the role in which it invokes functions
    public record StateMachine(String name, String arn, JsonNode definition, Role role) {}

    static Stack merge(Collection<Stack> stacks) {
        return new Stack(
                stacks.stream().flatMap(s -> s.functions().stream()).toList(),
                stacks.stream().flatMap(s -> s.mappings().stream()).toList(),
                stacks.stream().flatMap(s -> s.schedules().stream()).toList(),
                stacks.stream().flatMap(s -> s.stateMachines().stream()).toList(),
                stacks.stream().flatMap(s -> s.apis().stream()).toList(),
                stacks.stream().flatMap(s -> s.distributions().stream()).toList());
    }
}
