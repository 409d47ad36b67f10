package io.parler.local.lambda;

import java.io.IOException;

/// Runs the instances of a function: in this process or in their own processes.
interface FunctionHost {
    /// The result of starting an instance.
    sealed interface Start {
        record Ready(Instance instance) implements Start {}

        record Failed(Invocation.Failed failure) implements Start {}
    }

    /// Starts an instance. If it fails, the reason is in the function's log when this returns.
    Start start(String requestId) throws InterruptedException;

    /// Stops all instances that are starting, and starts no more.
    void stop();

    /// Releases shared resources; called when no instance runs.
    void close() throws IOException;
}
