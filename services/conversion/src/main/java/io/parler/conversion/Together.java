package io.parler.conversion;

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

/// Work that waits for others, done at once on virtual threads. Closed when all has ended; an
/// outage is thrown as it was.
public final class Together implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// What each of `all` becomes; so many are worked on at once.
    public static <A, B> Map<A, B> each(Collection<A> all, int atOnce, Function<A, B> work) {
        Semaphore places = new Semaphore(atOnce);
        try (Together together = new Together()) {
            Map<A, Supplier<B>> begun = new HashMap<>();
            for (A one : all) {
                begun.put(one, together.begin(() -> within(places, () -> work.apply(one))));
            }
            Map<A, B> ended = new HashMap<>();
            begun.forEach((one, end) -> ended.put(one, end.get()));
            return ended;
        }
    }

    private static <T> T within(Semaphore places, Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /// The result's supplier waits for it.
    public <T> Supplier<T> begin(Supplier<T> work) {
        CompletableFuture<T> future = CompletableFuture.supplyAsync(work, threads);
        return () -> {
            try {
                return future.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException outage
                        ? outage
                        : new IllegalStateException(e.getCause());
            }
        };
    }

    public static void await(Supplier<?> begun) {
        Object _ = begun.get();
    }

    @Override
    public void close() {
        threads.close();
    }
}
