package io.parler.local.stack;

import io.parler.local.lambda.FunctionSpec;
import java.util.Collection;
import java.util.List;

/// A deployed stack: the resources that run here and not in an engine.
public record Stack(
        List<FunctionSpec> functions,
        List<QueueToFunction> mappings,
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

    static Stack merge(Collection<Stack> stacks) {
        return new Stack(
                stacks.stream().flatMap(s -> s.functions().stream()).toList(),
                stacks.stream().flatMap(s -> s.mappings().stream()).toList(),
                stacks.stream().flatMap(s -> s.apis().stream()).toList(),
                stacks.stream().flatMap(s -> s.distributions().stream()).toList());
    }
}
