package io.parler.local.lambda;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One function: its loader, its instances, and how many of them may work at once.
final class HostedFunction {
    /// Lambda's limit of a synchronous answer.
    private static final int ANSWER_BYTES = 6 * 1024 * 1024;

    private final FunctionSpec spec;
    private final Path unpacked;
    private final Map<String, String> environment;
    private final PrintStream log;
    private final Semaphore permits;
    private final Deque<Instance> idle = new ConcurrentLinkedDeque<>();
    private final Set<Instance> busy = ConcurrentHashMap.newKeySet();
    private @Nullable FunctionLoader loader;

    HostedFunction(FunctionSpec spec, Path unpacked, Path logs) {
        this.spec = spec;
        this.unpacked = unpacked;
        this.environment = environment(spec, unpacked);
        this.log = FunctionLog.in(logs, spec.name());
        this.permits = new Semaphore(spec.concurrency());
    }

    /// The variables Lambda sets in each function, beneath those of the template.
    private static Map<String, String> environment(FunctionSpec spec, Path unpacked) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()));
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", spec.name() + ".log");
        variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("LAMBDA_TASK_ROOT", unpacked.toString());
        variables.put("TZ", ":UTC");
        // The SDK must not read the user's own profile: on Lambda there is none.
        variables.put("AWS_CONFIG_FILE", unpacked.resolve(".aws/config").toString());
        variables.put(
                "AWS_SHARED_CREDENTIALS_FILE", unpacked.resolve(".aws/credentials").toString());
        variables.put("AWS_EC2_METADATA_DISABLED", "true");
        variables.putAll(spec.environment());
        return Map.copyOf(variables);
    }

    Invocation invoke(byte[] payload) {
        if (!permits.tryAcquire()) {
            return new Invocation.Throttled();
        }
        try {
            return run(payload, UUID.randomUUID().toString());
        } finally {
            permits.release();
        }
    }

    private Invocation run(byte[] payload, String requestId) {
        Instance instance;
        try {
            instance = instance();
        } catch (TimeoutException e) {
            return failed(
                    Errors.of(
                            "Sandbox.Timedout",
                            "the handler was not constructed in time",
                            requestId));
        } catch (Throwable e) {
            return failed(Errors.of(e));
        }
        busy.add(instance);
        boolean reusable = true;
        try {
            long deadline = System.nanoTime() + spec.timeout().toNanos();
            InvocationContext context =
                    new InvocationContext(requestId, spec, environment, log, deadline);
            byte[] answer = instance.handle(payload, context, spec.timeout());
            if (answer.length > ANSWER_BYTES) {
                return failed(
                        Errors.of(
                                "Function.ResponseSizeTooLarge",
                                "Response payload size exceeded maximum allowed payload size ("
                                        + ANSWER_BYTES
                                        + " bytes).",
                                requestId));
            }
            return new Invocation.Answered(answer);
        } catch (TimeoutException e) {
            reusable = false;
            String seconds = String.format(Locale.ROOT, "%.2f", spec.timeout().toMillis() / 1000.0);
            return failed(
                    Errors.of(
                            "Sandbox.Timedout",
                            "Task timed out after " + seconds + " seconds",
                            requestId));
        } catch (Exception e) {
            return failed(Errors.of(e));
        } catch (Throwable e) {
            reusable = false; // an Error: as on Lambda, the next request gets a new instance
            return failed(Errors.of(e));
        } finally {
            busy.remove(instance);
            if (reusable) {
                idle.push(instance);
            } else {
                instance.abandon();
            }
        }
    }

    /// Constructs an instance unless one is there, and so finds out whether the handler can be.
    void warm() {
        if (!idle.isEmpty() || !busy.isEmpty()) {
            return;
        }
        try {
            idle.push(Instance.construct(spec, loader()));
        } catch (Throwable e) {
            failed(Errors.of(e));
        }
    }

    private Instance instance() throws Throwable {
        Instance free = idle.poll();
        if (free != null) {
            return free;
        }
        try {
            return Instance.construct(spec, loader());
        } catch (Throwable e) {
            forgetLoader();
            throw e;
        }
    }

    private synchronized FunctionLoader loader() {
        if (loader == null) {
            loader = FunctionLoader.open(spec.name(), unpacked, environment, log);
        }
        return loader;
    }

    /// A class whose static initializer failed stays broken in its loader: the next try gets a new
    /// one.
    private synchronized void forgetLoader() {
        loader = null;
    }

    private Invocation.Failed failed(Invocation.Failed failure) {
        log.println(new String(failure.payload(), StandardCharsets.UTF_8));
        return failure;
    }

    Path unpacked() {
        return unpacked;
    }

    int running() {
        return busy.size();
    }

    /// Whether all requests ended within the time.
    boolean drain(Duration grace) throws InterruptedException {
        return permits.tryAcquire(spec.concurrency(), grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    void abandon() {
        busy.forEach(Instance::abandon);
        idle.forEach(Instance::abandon);
    }

    synchronized void closeLoader() throws IOException {
        if (loader != null) {
            loader.close();
        }
        log.close();
    }
}
