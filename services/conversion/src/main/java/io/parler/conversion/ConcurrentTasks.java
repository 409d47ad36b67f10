package io.parler.conversion;

import io.parler.time.Deadline;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs I/O-bound tasks concurrently on virtual threads, with the deadline in scope. Closing waits
/// for all of them; an unchecked exception of a task is rethrown unchanged.
public final class ConcurrentTasks implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(
                    work -> Thread.ofVirtual().unstarted(Deadline.inherited(work)));

    /// Applies `work` to each item, at most `maxConcurrent` at a time.
    public static <A, B> Map<A, B> map(
            Collection<A> items, int maxConcurrent, Function<A, B> work) {
        Semaphore permits = new Semaphore(maxConcurrent);
        try (ConcurrentTasks tasks = new ConcurrentTasks()) {
            Map<A, Supplier<B>> started = new HashMap<>();
            for (A item : items) {
                started.put(item, tasks.start(() -> withPermit(permits, () -> work.apply(item))));
            }
            Map<A, B> results = new HashMap<>();
            started.forEach((item, result) -> results.put(item, result.get()));
            return results;
        }
    }

    private static <T> T withPermit(Semaphore permits, Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /// Starts a task. The supplier waits for its result.
    public <T> Supplier<T> start(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, threads);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException exception
                        ? exception
                        : new IllegalStateException(e.getCause());
            }
        };
    }

    public static void await(Supplier<?> started) {
        Object _ = started.get();
    }

    @Override
    public void close() {
        threads.close();
    }
}
