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

/// One process of a function, and the Runtime API it talks to.
final class ProcessInstance implements Instance {
    /// From its answer a process asks for the next request at once.
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(10);

    /// What a shell adds to the number of the signal that ended a process.
    private static final int SIGNALLED = 128;

    private final Sandbox sandbox;
    private final RuntimeApi api;
    private final Process process;

    private ProcessInstance(Sandbox sandbox, RuntimeApi api, Process process) {
        this.sandbox = sandbox;
        this.api = api;
        this.process = process;
    }

    /// @param requestId the request it is started for
    /// @param gone hears when the process has ended
    static ProcessInstance begin(
            Sandbox sandbox, RuntimeClient client, String requestId, Consumer<ProcessInstance> gone)
            throws IOException {
        RuntimeApi api = new RuntimeApi(requestId);
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
                    .start(() -> instance.watch(gone));
            return instance;
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /// Its output ends with it: what it printed last is in the log before its end is told.
    private void watch(Consumer<ProcessInstance> gone) {
        copyLines(process.getInputStream(), sandbox.log());
        try {
            api.exited(how(process.waitFor()));
            api.close();
            gone.accept(this);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts this thread", e);
        }
    }

    /// In whole lines: several processes write to one log.
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
                    end = filled; // a line longer than the buffer goes in parts
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

    private static String how(int status) {
        if (status == 0) {
            return "Runtime exited without providing a reason";
        }
        return "Runtime exited with error: "
                + switch (status) {
                    case SIGNALLED + 9 -> "signal: killed";
                    case SIGNALLED + 15 -> "signal: terminated";
                    default ->
                            status > SIGNALLED
                                    ? "signal " + (status - SIGNALLED)
                                    : "exit status " + status;
                };
    }

    /// Completed when the process asks for a request, with why when it never will.
    CompletableFuture<Optional<Invocation.Failed>> asked() {
        return api.asked();
    }

    @Override
    public boolean isUsable() throws InterruptedException {
        try {
            return asked().get(ASKS_AGAIN.toMillis(), TimeUnit.MILLISECONDS).isEmpty()
                    && process.isAlive();
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    @Override
    public Ended handle(String requestId, byte[] payload) throws InterruptedException {
        Duration timeout = sandbox.spec().timeout();
        CompletableFuture<Invocation> outcome =
                api.give(
                        new RuntimeApi.Request(
                                requestId,
                                payload,
                                Instant.now().plus(timeout),
                                sandbox.arn(),
                                traceId()));
        try {
            return ended(outcome.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Ended(sandbox.failed(Errors.timedOut(timeout, requestId)), false);
        } catch (ExecutionException e) {
            throw new AssertionError("nobody completes it with an exception", e);
        }
    }

    /// What the handler threw is logged by the client; that it ended with its process only here.
    private Ended ended(Invocation outcome) {
        if (outcome instanceof Invocation.Failed failure
                && failure.errorType().equals(Errors.EXIT)) {
            return new Ended(sandbox.failed(failure), false);
        }
        return new Ended(outcome, true);
    }

    /// As X-Ray writes it; nothing is sampled here.
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
    public void abandon() {
        process.destroyForcibly();
    }
}
