package io.parler.local.lambda;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs each instance in its own process, under AWS's runtime interface client, as on Lambda.
final class ProcessHost implements FunctionHost {
    private final Sandbox sandbox;
    private final RuntimeClient client;
    private final Runnable onRestore;
    private final Set<ProcessInstance> alive = new HashSet<>();
    private boolean stopped;

    ProcessHost(Sandbox sandbox, RuntimeClient client, Runnable onRestore) {
        this.sandbox = sandbox;
        this.client = client;
        this.onRestore = onRestore;
    }

    @Override
    public Start start(String requestId) throws InterruptedException {
        ProcessInstance instance;
        try {
            instance = startProcess(requestId);
        } catch (IOException e) {
            return new Start.Failed(sandbox.failed(LambdaErrors.of(e)));
        }
        try {
            Optional<Invocation.Failed> failure =
                    instance.firstPoll()
                            .get(Sandbox.INIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isEmpty()) {
                return new Start.Ready(instance);
            }
            instance.stop();
            return new Start.Failed(sandbox.failed(failure.get()));
        } catch (TimeoutException e) {
            instance.stop();
            return new Start.Failed(sandbox.failed(LambdaErrors.initTimedOut(requestId)));
        } catch (ExecutionException e) {
            throw new AssertionError("it is never completed with an exception", e);
        } catch (InterruptedException e) {
            instance.stop();
            throw e;
        }
    }

    private synchronized ProcessInstance startProcess(String requestId) throws IOException {
        if (stopped) {
            throw new IOException("the suite is stopping");
        }
        ProcessInstance instance =
                ProcessInstance.start(sandbox, client, requestId, onRestore, this::remove);
        alive.add(instance);
        return instance;
    }

    private synchronized void remove(ProcessInstance instance) {
        alive.remove(instance);
    }

    @Override
    public void stop() {
        List<ProcessInstance> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(alive);
        }
        all.forEach(ProcessInstance::stop);
    }

    @Override
    public void close() {}
}
