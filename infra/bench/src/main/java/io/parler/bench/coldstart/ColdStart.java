package io.parler.bench.coldstart;

import io.parler.local.lambda.Functions;
import io.parler.local.lambda.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// One start of a function: from the start of its process, or of a snapshot, to its first answer.
///
/// @param cpu of the whole process, also before its snapshot
/// @param memory the most that the process had resident, in bytes
record ColdStart(Duration time, Duration cpu, long memory) {
    /// Starts a process under the runtime interface client, and ends it after its first answer.
    ///
    /// @param folder where archives are unpacked, once for all starts
    static ColdStart of(MeasuredFunction function, Path folder) throws IOException {
        AtomicLong started = new AtomicLong();
        Runnable restart = () -> started.set(System.nanoTime());
        try (Functions functions = Functions.inRestoredProcesses(folder, restart)) {
            functions.add(function.spec());
            restart.run();
            Invocation answer =
                    functions.invoke(
                            function.id(), function.request().getBytes(StandardCharsets.UTF_8));
            Duration time = Duration.ofNanos(System.nanoTime() - started.get());
            if (!(answer instanceof Invocation.Succeeded)) {
                throw new IllegalStateException(function.id() + " did not answer: " + text(answer));
            }
            ProcessHandle process = process(function);
            return new ColdStart(
                    time,
                    process.info().totalCpuDuration().orElse(Duration.ZERO),
                    peakMemory(process.pid()));
        }
    }

    private static String text(Invocation answer) {
        return answer instanceof Invocation.Failed failed
                ? new String(failed.payload(), StandardCharsets.UTF_8)
                : answer.toString();
    }

    static ProcessHandle process(MeasuredFunction function) {
        return ProcessHandle.current()
                .children()
                .filter(
                        child ->
                                child.info()
                                        .commandLine()
                                        .orElse("")
                                        .endsWith(function.spec().handler()))
                .findFirst()
                .orElseThrow();
    }

    private static long peakMemory(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }
}
