package io.parler.local.lambda;

import io.parler.local.trace.Traces;
import io.parler.local.usage.UsageLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A function with its instances and its concurrency limit.
final class HostedFunction {
    /// Lambda's limit for a synchronous response.
    private static final int MAX_RESPONSE_BYTES = 6 * 1024 * 1024;

    private final Sandbox sandbox;
    private final FunctionHost host;
    private final UsageLog usage;
    private final Traces traces;
    private final Semaphore permits;
    private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Set<Instance> busy = ConcurrentHashMap.newKeySet();

    HostedFunction(Sandbox sandbox, FunctionHost host, UsageLog usage, Traces traces) {
        this.sandbox = sandbox;
        this.host = host;
        this.usage = usage;
        this.traces = traces;
        this.permits = new Semaphore(sandbox.spec().concurrency());
    }

    Invocation invoke(byte[] payload) {
        if (!permits.tryAcquire()) {
            return new Invocation.Throttled();
        }
        String requestId = UUID.randomUUID().toString();
        traces.started(sandbox.spec().name(), requestId, payload);
        Invocation result = new Invocation.Unknown();
        try {
            result = invoke(requestId, payload);
            return result;
        } finally {
            traces.ended(sandbox.spec().name(), requestId, failure(result));
            permits.release();
        }
    }

    private Invocation invoke(String requestId, byte[] payload) {
        try {
            Optional<Instance> idleInstance = idleInstance();
            if (idleInstance.isPresent()) {
                return run(idleInstance.get(), requestId, payload);
            }
            return switch (host.start(requestId)) {
                case FunctionHost.Start.Ready ready -> run(ready.instance(), requestId, payload);
                case FunctionHost.Start.Failed failed -> failed.failure();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sandbox.failed(LambdaErrors.of(e));
        }
    }

    private static @Nullable String failure(Invocation result) {
        return switch (result) {
            case Invocation.Failed failed -> failed.errorType() + ": " + failed.message();
            case Invocation.Succeeded _, Invocation.Throttled _, Invocation.Unknown _ -> null;
        };
    }

    private Invocation run(Instance instance, String requestId, byte[] payload)
            throws InterruptedException {
        busy.add(instance);
        boolean usable = false;
        try {
            long start = System.nanoTime();
            Instance.Result result = instance.handle(requestId, payload);
            usage.invoked(
                    sandbox.spec().name(),
                    sandbox.spec().memoryMb(),
                    Duration.ofNanos(System.nanoTime() - start),
                    payload);
            usable = result.usable();
            return result.invocation() instanceof Invocation.Succeeded answered
                            && answered.payload().length > MAX_RESPONSE_BYTES
                    ? sandbox.failed(LambdaErrors.responseTooLarge(MAX_RESPONSE_BYTES, requestId))
                    : result.invocation();
        } finally {
            busy.remove(instance);
            if (usable) {
                idle.push(instance);
            } else {
                instance.stop();
            }
        }
    }

    private Optional<Instance> idleInstance() throws InterruptedException {
        for (Instance next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isUsable()) {
                return Optional.of(next);
            }
            next.stop();
        }
        return Optional.empty();
    }

    /// Starts an instance unless there is one already; this reveals a handler that can't start.
    void warm() throws InterruptedException {
        if (!idle.isEmpty() || !busy.isEmpty()) {
            return;
        }
        if (host.start(UUID.randomUUID().toString()) instanceof FunctionHost.Start.Ready ready) {
            idle.push(ready.instance());
        }
    }

    Path unpacked() {
        return sandbox.unpacked();
    }

    int running() {
        return busy.size();
    }

    /// Waits for running requests; returns whether all ended within the time.
    boolean drain(Duration grace) throws InterruptedException {
        return permits.tryAcquire(
                sandbox.spec().concurrency(), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        host.stop();
        busy.forEach(Instance::stop);
        idle.forEach(Instance::stop);
    }

    void close() throws IOException {
        host.close();
        sandbox.log().close();
    }
}
