package io.parler.local.lambda;

import java.io.IOException;

/// Where the instances of one function live: in this process, or each in its own.
interface Host {
    /// What became of a new instance.
    sealed interface Start {
        record Ready(Instance instance) implements Start {}

        record Failed(Invocation.Failed failure) implements Start {}
    }

    /// Constructs an instance. Why it could not be is in the function's log when this returns.
    Start start(String requestId) throws InterruptedException;

    /// Ends what is being constructed, and lets nothing new be.
    void stop();

    /// Gives back what the instances shared, once none of them runs.
    void close() throws IOException;
}
