package io.parler.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Runs tasks on eight threads at once.
public final class Concurrently {
    private static final int THREADS = 8;

    private Concurrently() {}

    /// The results in the order of the tasks; throws what a task threw.
    public static <T> List<T> run(List<? extends Callable<T>> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            return threads.invokeAll(tasks).stream().map(Concurrently::result).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Runs `task` for 0, 1 … `times` - 1.
    public static <T> List<T> run(int times, IntFunction<T> task) {
        return run(
                IntStream.range(0, times)
                        .mapToObj(i -> (Callable<T>) () -> task.apply(i))
                        .toList());
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
