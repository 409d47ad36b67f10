package io.parler.local.lambda;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An instance in this process: a handler and its thread.
final class ThreadInstance implements Instance {
    private final Sandbox sandbox;
    private final ExecutorService thread;
    private final Handler handler;

    private ThreadInstance(Sandbox sandbox, ExecutorService thread, Handler handler) {
        this.sandbox = sandbox;
        this.thread = thread;
        this.handler = handler;
    }

    /// @throws Throwable what the handler's construction threw, or [TimeoutException]
    static ThreadInstance construct(Sandbox sandbox, ClassLoader loader) throws Throwable {
        FunctionSpec spec = sandbox.spec();
        ExecutorService thread =
                Executors.newSingleThreadExecutor(
                        work -> {
                            Thread t = new Thread(work, spec.name());
                            t.setDaemon(true);
                            t.setContextClassLoader(loader);
                            return t;
                        });
        try {
            Handler handler =
                    await(
                            thread.submit(() -> constructHandler(spec.handler(), loader)),
                            Sandbox.INIT_TIMEOUT);
            return new ThreadInstance(sandbox, thread, handler);
        } catch (Throwable e) {
            thread.shutdownNow();
            throw e;
        }
    }

    private static Handler constructHandler(String name, ClassLoader loader) throws Exception {
        try {
            return Handler.construct(name, loader);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isUsable() {
        return true;
    }

    @Override
    public Result handle(String requestId, byte[] payload) {
        Duration timeout = sandbox.spec().timeout();
        InvocationContext context =
                new InvocationContext(requestId, sandbox, System.nanoTime() + timeout.toNanos());
        Callable<byte[]> request = () -> handler.handle(payload, context);
        try {
            return new Result(
                    new Invocation.Succeeded(await(thread.submit(request), timeout)), true);
        } catch (TimeoutException e) {
            return new Result(sandbox.failed(LambdaErrors.timedOut(timeout, requestId)), false);
        } catch (Exception e) {
            return new Result(sandbox.failed(LambdaErrors.of(e)), true);
        } catch (Throwable e) {
            // An Error: as on Lambda, the next request gets a new instance.
            return new Result(sandbox.failed(LambdaErrors.of(e)), false);
        }
    }

    /// Interrupts the request; a handler that ignores it keeps its thread until it returns.
    @Override
    public void stop() {
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
