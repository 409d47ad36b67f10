package io.parler.local.lambda;

import io.parler.local.trace.Traces;
import io.parler.local.usage.UsageLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// All functions of the suite, each with its own environment and log file. They run in this
/// process, each in its own class loader, or in processes of their own.
public final class Functions implements AutoCloseable {
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(1);

    private final Path cache;
    private final Path logs;
    private final Function<Sandbox, FunctionHost> hosts;
    private final UsageLog usage;
    private final Map<String, HostedFunction> functions = new ConcurrentSkipListMap<>();

    private final Traces traces = new Traces(InstantSource.system());
    private final AtomicBoolean closed = new AtomicBoolean();

    private Functions(Path data, Function<Sandbox, FunctionHost> hosts, UsageLog usage) {
        this.usage = usage;
        this.cache = data.resolve("cache/functions");
        this.logs = data.resolve("logs");
        this.hosts = hosts;
    }

    /// Runs functions in this process. Archives are unpacked in `data/cache/functions`; the output
    /// goes to a file for each function in `data/logs`.
    public static Functions inThisProcess(Path data) {
        return inThisProcess(data, UsageLog.none());
    }

    /// The same, and writes down each invocation.
    public static Functions inThisProcess(Path data, UsageLog usage) {
        return new Functions(data.toAbsolutePath(), ClassLoaderHost::new, usage);
    }

    /// Runs each instance in its own process, under AWS's runtime interface client. Only if
    /// [#processObstacle()] is empty.
    public static Functions inProcesses(Path data) {
        return inProcesses(data, UsageLog.none());
    }

    /// The same, and writes down each invocation.
    public static Functions inProcesses(Path data, UsageLog usage) {
        return inProcesses(data, usage, () -> {});
    }

    /// Runs each instance in its own process, which goes on as an instance that starts from a
    /// snapshot if its initialization type is `snap-start`.
    ///
    /// @param onRestore run when it is primed, before it goes on
    public static Functions inRestoredProcesses(Path data, Runnable onRestore) {
        return inProcesses(data, UsageLog.none(), onRestore);
    }

    private static Functions inProcesses(Path data, UsageLog usage, Runnable onRestore) {
        Path root = data.toAbsolutePath();
        RuntimeClient client = RuntimeClient.in(root.resolve("cache/runtime"));
        return new Functions(root, sandbox -> new ProcessHost(sandbox, client, onRestore), usage);
    }

    /// Why functions can't run in their own processes on this machine; one sentence.
    public static Optional<String> processObstacle() {
        return RuntimeClient.obstacle();
    }

    /// Adds a function. Its archive is unpacked now; its handler is constructed at the first
    /// invocation or by [#warm()].
    public void add(FunctionSpec spec) {
        Path unpacked = FunctionArchive.unpack(spec.archive(), cache);
        Sandbox sandbox = Sandbox.of(spec, unpacked, logs, traces);
        HostedFunction before =
                functions.putIfAbsent(
                        spec.name(),
                        new HostedFunction(sandbox, hosts.apply(sandbox), usage, traces));
        if (before != null) {
            throw new IllegalArgumentException("there are two functions named " + spec.name());
        }
    }

    /// Invokes the function and waits for the result.
    public Invocation invoke(String name, byte[] payload) {
        HostedFunction function = functions.get(name);
        return function == null ? new Invocation.Unknown() : function.invoke(payload);
    }

    /// Constructs one instance of each function in the background, and deletes archives that are no
    /// longer used.
    public void warm() {
        Thread.ofPlatform().daemon().name("warm").start(this::constructAll);
    }

    private void constructAll() {
        for (HostedFunction function : functions.values()) {
            if (closed.get()) {
                return;
            }
            try {
                function.warm();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        Set<Path> used = new HashSet<>();
        functions.values().forEach(f -> used.add(f.unpacked()));
        FunctionArchive.deleteUnused(used, cache);
    }

    /// The number of running requests of a function.
    public int running(String name) {
        HostedFunction function = functions.get(name);
        return function == null ? 0 : function.running();
    }

    /// What the latest requests have caused.
    public Traces traces() {
        return traces;
    }

    public List<String> names() {
        return List.copyOf(functions.keySet());
    }

    /// Waits up to a second for running requests, then stops them.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        long deadline = System.nanoTime() + GRACE_PERIOD.toNanos();
        for (HostedFunction function : functions.values()) {
            close(function, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private static void close(HostedFunction function, Duration grace) {
        boolean drained = false;
        try {
            drained = function.drain(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        function.stop();
        if (drained) { // otherwise it still runs and needs its classes
            try {
                function.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
