package io.parler.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A process of a function, and the Runtime API that it polls.
final class ProcessInstance implements Instance {
    /// After its response a process polls for the next request at once.
    private static final Duration POLL_TIMEOUT = Duration.ofSeconds(10);

    /// The exit status of a killed process is this plus the signal number.
    private static final int SIGNAL_BASE = 128;

    private final Sandbox sandbox;
    private final RuntimeApi api;
    private final Process process;

    private ProcessInstance(Sandbox sandbox, RuntimeApi api, Process process) {
        this.sandbox = sandbox;
        this.api = api;
        this.process = process;
    }

    /// @param requestId the request it is started for
    /// @param onRestore see [RuntimeApi]
    /// @param onExit called when the process has ended
    static ProcessInstance start(
            Sandbox sandbox,
            RuntimeClient client,
            String requestId,
            Runnable onRestore,
            Consumer<ProcessInstance> onExit)
            throws IOException {
        RuntimeApi api = new RuntimeApi(requestId, onRestore);
        ProcessBuilder builder =
                new ProcessBuilder(client.command(sandbox.spec()))
                        .directory(sandbox.unpacked().toFile())
                        .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(sandbox.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.hostAndPort());
        environment.put("_HANDLER", sandbox.spec().handler());
        try {
            ProcessInstance instance = new ProcessInstance(sandbox, api, builder.start());
            Thread.ofPlatform()
                    .daemon()
                    .name(sandbox.spec().name() + "-" + instance.process.pid())
                    .start(() -> instance.watch(onExit));
            return instance;
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /// Copies the output to the log until the process ends; then reports its end.
    private void watch(Consumer<ProcessInstance> onExit) {
        copyLines(process.getInputStream(), sandbox.log());
        try {
            api.exited(reason(process.waitFor()));
            api.close();
            onExit.accept(this);
        } catch (InterruptedException e) {
            throw new AssertionError("this thread is never interrupted", e);
        }
    }

    /// Copies whole lines, because several processes write to one log.
    private static void copyLines(InputStream from, PrintStream to) {
        byte[] buffer = new byte[1 << 16];
        int filled = 0;
        try (from) {
            for (int read = from.read(buffer); read >= 0; ) {
                filled += read;
                int end = filled;
                while (end > 0 && buffer[end - 1] != '\n') {
                    end--;
                }
                if (end == 0 && filled == buffer.length) {
                    end = filled; // a line longer than the buffer is split
                }
                to.write(buffer, 0, end);
                System.arraycopy(buffer, end, buffer, 0, filled - end);
                filled -= end;
                read = from.read(buffer, filled, buffer.length - filled);
            }
        } catch (IOException e) {
            // the process was killed
        }
        if (filled > 0) {
            to.write(buffer, 0, filled);
            to.println();
        }
    }

    private static String reason(int status) {
        if (status == 0) {
            return "Runtime exited without providing a reason";
        }
        return "Runtime exited with error: "
                + switch (status) {
                    case SIGNAL_BASE + 9 -> "signal: killed";
                    case SIGNAL_BASE + 15 -> "signal: terminated";
                    default ->
                            status > SIGNAL_BASE
                                    ? "signal " + (status - SIGNAL_BASE)
                                    : "exit status " + status;
                };
    }

    /// Completed when the process polls for a request, or with the failure when it never will.
    CompletableFuture<Optional<Invocation.Failed>> firstPoll() {
        return api.polled();
    }

    @Override
    public boolean isUsable() throws InterruptedException {
        try {
            return firstPoll().get(POLL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).isEmpty()
                    && process.isAlive();
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    @Override
    public Result handle(String requestId, byte[] payload) throws InterruptedException {
        Duration timeout = sandbox.spec().timeout();
        CompletableFuture<Invocation> outcome =
                api.dispatch(
                        new RuntimeApi.Request(
                                requestId,
                                payload,
                                Instant.now().plus(timeout),
                                sandbox.arn(),
                                traceId()));
        try {
            return toResult(outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Result(sandbox.failed(LambdaErrors.timedOut(timeout, requestId)), false);
        } catch (ExecutionException e) {
            throw new AssertionError("it is never completed with an exception", e);
        }
    }

    /// The client logs what the handler threw. An exit of the process is logged here.
    private Result toResult(Invocation outcome) {
        if (outcome instanceof Invocation.Failed failure
                && failure.errorType().equals(LambdaErrors.EXIT)) {
            return new Result(sandbox.failed(failure), false);
        }
        return new Result(outcome, true);
    }

    /// A trace id in X-Ray's format, not sampled.
    private static String traceId() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return String.format(
                Locale.ROOT,
                "Root=1-%08x-%s;Parent=%s;Sampled=0",
                Instant.now().getEpochSecond(),
                random.substring(0, 24),
                random.substring(16));
    }

    @Override
    public void stop() {
        process.destroyForcibly();
    }
}
