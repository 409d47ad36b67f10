package io.parler.local.lambda;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Instances in this process: quick to start, all in one class loader, a thread each.
final class ClassLoaderHost implements Host {
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
            forgetLoader();
            return new Start.Failed(sandbox.failed(Errors.notConstructedInTime(requestId)));
        } catch (Throwable e) {
            forgetLoader();
            return new Start.Failed(sandbox.failed(Errors.of(e)));
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

    /// A class whose static initializer failed stays broken in its loader: the next try gets a new
    /// one.
    private synchronized void forgetLoader() {
        loader = null;
    }

    /// What is being constructed ends with this process.
    @Override
    public void stop() {}

    @Override
    public synchronized void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }
}
