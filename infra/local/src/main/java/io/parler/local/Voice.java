package io.parler.local;

import io.parler.local.stack.SuiteFile;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The endpoint that stands in for Polly, in a class loader of its own, so that its libraries and
/// the engines' never meet.
final class Voice implements AutoCloseable {
    private final AutoCloseable server;
    private final int port;

    private Voice(AutoCloseable server, int port) {
        this.server = server;
        this.port = port;
    }

    static Voice start(SuiteFile.Voice voice, String engine) {
        // Lives as long as the process: its classes are loaded as the voices are used.
        @SuppressWarnings("resource")
        URLClassLoader loader =
                new URLClassLoader(
                        "voice", urls(voice.classPath()), ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object server =
                    loader.loadClass(voice.className())
                            .getMethod("start", int.class, String.class)
                            .invoke(null, 0, engine);
            int port = (int) server.getClass().getMethod("port").invoke(server);
            return new Voice((AutoCloseable) server, port);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the voice did not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new CannotStart(voice.className() + " is no voice: " + e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static URL[] urls(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path path : classPath) {
            if (!Files.exists(path)) {
                throw new CannotStart(path + " is not built.");
            }
            try {
                urls.add(path.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return urls.toArray(URL[]::new);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the voice did not stop", e);
        }
    }
}
