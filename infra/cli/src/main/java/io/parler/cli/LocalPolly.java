package io.parler.cli;

import io.parler.local.ExtraService;
import io.parler.local.SuiteStartException;
import io.parler.local.iam.RestOperation;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The local Polly endpoint, in a class loader of its own: its libraries clash with those of the
/// runtime's engines.
final class LocalPolly implements ExtraService.Endpoint {
    private static final String CLASS_NAME = "io.parler.polly.PollyLocal";

    /// What functions may be allowed to call.
    private static final List<RestOperation> OPERATIONS =
            List.of(
                    new RestOperation("GET", "/v1/voices", "polly:DescribeVoices"),
                    new RestOperation("POST", "/v1/speech", "polly:SynthesizeSpeech"));

    private final AutoCloseable server;
    private final int port;

    private LocalPolly(AutoCloseable server, int port) {
        this.server = server;
        this.port = port;
    }

    /// The service for the runtime to start.
    ///
    /// @param jar the built jar of infra/polly-local
    /// @param engine the speech engine: `mary` or `tone`
    static ExtraService service(Path jar, String engine) {
        return new ExtraService("POLLY", OPERATIONS, () -> start(jar, engine));
    }

    private static LocalPolly start(Path jar, String engine) {
        // Lives as long as the process: classes are loaded when a voice is first used.
        @SuppressWarnings("resource")
        URLClassLoader loader =
                new URLClassLoader(
                        "polly", new URL[] {url(jar)}, ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object server =
                    loader.loadClass(CLASS_NAME)
                            .getMethod("start", int.class, String.class)
                            .invoke(null, 0, engine);
            int port = (int) server.getClass().getMethod("port").invoke(server);
            return new LocalPolly((AutoCloseable) server, port);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the Polly endpoint did not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new SuiteStartException(
                    "The Polly endpoint in " + jar + " can't be started: " + e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static URL url(Path jar) {
        if (!Files.exists(jar)) {
            throw new SuiteStartException(jar + " is missing; build the project first.");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the Polly endpoint did not stop", e);
        }
    }
}
