package io.parler.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// All functions of the suite, each with its own environment and its own log file: in this
/// process, each in its own class loader, or in processes of their own.
public final class Functions implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Path cache;
    private final Path logs;
    private final Function<Sandbox, Host> hosts;
    private final Map<String, HostedFunction> functions = new ConcurrentSkipListMap<>();

    private final AtomicBoolean closed = new AtomicBoolean();

    private Functions(Path data, Function<Sandbox, Host> hosts) {
        this.cache = data.resolve("cache/functions");
        this.logs = data.resolve("logs");
        this.hosts = hosts;
    }

    /// Archives are unpacked under `data/cache/functions`; output goes to `data/logs`, to a file
    /// for each function.
    public static Functions open(Path data) {
        return new Functions(data.toAbsolutePath(), ClassLoaderHost::new);
    }

    /// The same, with every instance in a process of its own, under AWS's runtime interface client;
    /// only where [#processesLack()] is empty.
    public static Functions inProcesses(Path data) {
        Path root = data.toAbsolutePath();
        RuntimeClient client = RuntimeClient.in(root.resolve("cache/runtime"));
        return new Functions(root, sandbox -> new ProcessHost(sandbox, client));
    }

    /// Why functions can't have processes of their own on this machine, in one sentence.
    public static Optional<String> processesLack() {
        return RuntimeClient.obstacle();
    }

    /// Makes a function known. Its archive is read now; its handler is constructed at the first
    /// invocation or by [#warm()].
    public void add(FunctionSpec spec) {
        Path unpacked = FunctionArchive.unpack(spec.archive(), cache);
        Sandbox sandbox = Sandbox.of(spec, unpacked, logs);
        HostedFunction before =
                functions.putIfAbsent(
                        spec.name(), new HostedFunction(sandbox, hosts.apply(sandbox)));
        if (before != null) {
            throw new IllegalArgumentException("two functions are named " + spec.name());
        }
    }

    /// Runs the function and waits for how it ended.
    public Invocation invoke(String name, byte[] payload) {
        HostedFunction function = functions.get(name);
        return function == null ? new Invocation.Unknown() : function.invoke(payload);
    }

    /// Constructs one instance of each function in the background, and clears away archives of
    /// before.
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
        FunctionArchive.keepOnly(used, cache);
    }

    /// How many requests of the function are running now.
    public int running(String name) {
        HostedFunction function = functions.get(name);
        return function == null ? 0 : function.running();
    }

    public List<String> names() {
        return List.copyOf(functions.keySet());
    }

    /// Gives running requests a second in all, then abandons them.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        long deadline = System.nanoTime() + GRACE.toNanos();
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
        function.abandon();
        if (drained) { // else it is still running and needs its classes
            try {
                function.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
