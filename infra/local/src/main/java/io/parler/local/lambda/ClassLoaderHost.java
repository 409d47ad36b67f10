package io.parler.local.lambda;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Runs the instances of a function in this process: one class loader, a thread for each instance.
final class ClassLoaderHost implements FunctionHost {
    private final Sandbox sandbox;
    private @Nullable FunctionLoader loader;

    ClassLoaderHost(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Start start(String requestId) {
        try {
            return new Start.Ready(ThreadInstance.construct(sandbox, loader()));
        } catch (TimeoutException e) {
            discardLoader();
            return new Start.Failed(sandbox.failed(LambdaErrors.initTimedOut(requestId)));
        } catch (Throwable e) {
            discardLoader();
            return new Start.Failed(sandbox.failed(LambdaErrors.of(e)));
        }
    }

    private synchronized FunctionLoader loader() {
        if (loader == null) {
            loader =
                    FunctionLoader.open(
                            sandbox.spec().name(),
                            sandbox.unpacked(),
                            sandbox.environment(),
                            sandbox.log());
        }
        return loader;
    }

    /// A class whose static initializer failed stays broken in its loader: the next attempt gets a
    /// new loader.
    private synchronized void discardLoader() {
        loader = null;
    }

    /// A handler that is being constructed ends with this process.
    @Override
    public void stop() {}

    @Override
    public synchronized void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }
}
