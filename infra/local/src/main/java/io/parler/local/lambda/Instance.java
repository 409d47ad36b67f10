package io.parler.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// One handler and the thread it lives on: one request at a time, as an instance on Lambda.
final class Instance {
    /// Longer than Lambda's 10 s: here all functions may be starting on two cores.
    private static final Duration INIT = Duration.ofSeconds(60);

    private final ExecutorService thread;
    private final Handler handler;

    private Instance(ExecutorService thread, Handler handler) {
        this.thread = thread;
        this.handler = handler;
    }

    /// @throws Throwable what the handler's construction threw, or [TimeoutException]
    static Instance construct(FunctionSpec spec, ClassLoader loader) throws Throwable {
        ExecutorService thread =
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread t = new Thread(work, spec.name());
                            t.setDaemon(true);
                            t.setContextClassLoader(loader);
                            return t;
                        });
        try {
            Handler handler = await(thread.submit(() -> constructed(spec.handler(), loader)), INIT);
            return new Instance(thread, handler);
        } catch (Throwable e) {
            thread.shutdownNow();
            throw e;
        }
    }

    private static Handler constructed(String name, ClassLoader loader) throws Exception {
        try {
            return Handler.construct(name, loader);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws Throwable what the handler threw, or [TimeoutException] when the time was over; the
    ///     instance is then of no more use
    byte[] handle(byte[] payload, Context context, Duration timeout) throws Throwable {
        Callable<byte[]> request = () -> handler.handle(payload, context);
        return await(thread.submit(request), timeout);
    }

    /// Interrupts what runs; a handler that ignores it keeps its thread until it returns.
    void abandon() {
        thread.shutdownNow();
    }

    private static <T> T await(Future<T> result, Duration timeout) throws Throwable {
        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (CancellationException e) {
            throw new InterruptedException("the suite is stopping");
        }
    }
}
