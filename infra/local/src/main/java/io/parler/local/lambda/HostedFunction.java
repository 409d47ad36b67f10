package io.parler.local.lambda;

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

/// One function: its instances, and how many of them may work at once.
final class HostedFunction {
    /// Lambda's limit of a synchronous answer.
    private static final int ANSWER_BYTES = 6 * 1024 * 1024;

    private final Sandbox sandbox;
    private final Host host;
    private final Semaphore permits;
    private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Set<Instance> busy = ConcurrentHashMap.newKeySet();

    HostedFunction(Sandbox sandbox, Host host) {
        this.sandbox = sandbox;
        this.host = host;
        this.permits = new Semaphore(sandbox.spec().concurrency());
    }

    Invocation invoke(byte[] payload) {
        if (!permits.tryAcquire()) {
            return new Invocation.Throttled();
        }
        String requestId = UUID.randomUUID().toString();
        try {
            Optional<Instance> free = free();
            if (free.isPresent()) {
                return run(free.get(), requestId, payload);
            }
            return switch (host.start(requestId)) {
                case Host.Start.Ready ready -> run(ready.instance(), requestId, payload);
                case Host.Start.Failed failed -> failed.failure();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sandbox.failed(Errors.of(e));
        } finally {
            permits.release();
        }
    }

    private Invocation run(Instance instance, String requestId, byte[] payload)
            throws InterruptedException {
        busy.add(instance);
        boolean usable = false;
        try {
            Instance.Ended ended = instance.handle(requestId, payload);
            usable = ended.usable();
            return ended.invocation() instanceof Invocation.Answered answered
                            && answered.payload().length > ANSWER_BYTES
                    ? sandbox.failed(Errors.answerTooLarge(ANSWER_BYTES, requestId))
                    : ended.invocation();
        } finally {
            busy.remove(instance);
            if (usable) {
                idle.push(instance);
            } else {
                instance.abandon();
            }
        }
    }

    private Optional<Instance> free() throws InterruptedException {
        for (Instance next = idle.poll(); next != null; next = idle.poll()) {
            if (next.isUsable()) {
                return Optional.of(next);
            }
            next.abandon();
        }
        return Optional.empty();
    }

    /// Constructs an instance unless one is there, and so finds out whether the handler can be.
    void warm() throws InterruptedException {
        if (!idle.isEmpty() || !busy.isEmpty()) {
            return;
        }
        if (host.start(UUID.randomUUID().toString()) instanceof Host.Start.Ready ready) {
            idle.push(ready.instance());
        }
    }

    Path unpacked() {
        return sandbox.unpacked();
    }

    int running() {
        return busy.size();
    }

    /// Whether all requests ended within the time.
    boolean drain(Duration grace) throws InterruptedException {
        return permits.tryAcquire(
                sandbox.spec().concurrency(), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    void abandon() {
        host.stop();
        busy.forEach(Instance::abandon);
        idle.forEach(Instance::abandon);
    }

    void close() throws IOException {
        host.close();
        sandbox.log().close();
    }
}
