package io.parler.local.lambda;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Instances each in its own process, under AWS's own runtime interface client: as on Lambda, and
/// as slow to start.
final class ProcessHost implements Host {
    private final Sandbox sandbox;
    private final RuntimeClient client;
    private final Set<ProcessInstance> alive = new HashSet<>();
    private boolean stopped;

    ProcessHost(Sandbox sandbox, RuntimeClient client) {
        this.sandbox = sandbox;
        this.client = client;
    }

    @Override
    public Start start(String requestId) throws InterruptedException {
        ProcessInstance instance;
        try {
            instance = begun(requestId);
        } catch (IOException e) {
            return new Start.Failed(sandbox.failed(Errors.of(e)));
        }
        try {
            Optional<Invocation.Failed> failure =
                    instance.asked().get(Sandbox.INIT.toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isEmpty()) {
                return new Start.Ready(instance);
            }
            instance.abandon();
            return new Start.Failed(sandbox.failed(failure.get()));
        } catch (TimeoutException e) {
            instance.abandon();
            return new Start.Failed(sandbox.failed(Errors.notConstructedInTime(requestId)));
        } catch (ExecutionException e) {
            throw new AssertionError("nobody completes it with an exception", e);
        } catch (InterruptedException e) {
            instance.abandon();
            throw e;
        }
    }

    private synchronized ProcessInstance begun(String requestId) throws IOException {
        if (stopped) {
            throw new IOException("the suite is stopping");
        }
        ProcessInstance instance = ProcessInstance.begin(sandbox, client, requestId, this::forget);
        alive.add(instance);
        return instance;
    }

    private synchronized void forget(ProcessInstance instance) {
        alive.remove(instance);
    }

    @Override
    public void stop() {
        List<ProcessInstance> all;
        synchronized (this) {
            stopped = true;
            all = List.copyOf(alive);
        }
        all.forEach(ProcessInstance::abandon);
    }

    @Override
    public void close() {}
}
