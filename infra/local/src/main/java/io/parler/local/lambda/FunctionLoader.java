package io.parler.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads the classes of a function: from its archive's root, then from `lib/*.jar` by name, as on
/// Lambda. Of this process it sees only the JDK and the runtime interface. The function has its own
/// environment and output.
final class FunctionLoader extends URLClassLoader {
    /// The packages that Lambda provides. The event types below it come from the archive.
    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";

    private static final String EVENTS = RUNTIME + "events.";
    private static final String JSON = "com.amazonaws.lambda.thirdparty.";
    private static final ClassLoader HOST = FunctionLoader.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    private FunctionLoader(String name, URL[] path) {
        super(name, path, ClassLoader.getPlatformClassLoader());
    }

    static FunctionLoader open(
            String name, Path unpacked, Map<String, String> environment, PrintStream output) {
        FunctionLoader loader = new FunctionLoader(name, path(unpacked));
        try {
            loader.loadClass(FunctionSystem.class.getName())
                    .getMethod("open", Map.class, PrintStream.class)
                    .invoke(null, environment, output);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the function's own environment could not be set", e);
        }
        return loader;
    }

    private static URL[] path(Path unpacked) {
        List<URL> path = new ArrayList<>();
        try {
            path.add(unpacked.toUri().toURL());
            Path lib = unpacked.resolve("lib");
            if (Files.isDirectory(lib)) {
                try (Stream<Path> jars = Files.list(lib)) {
                    for (Path jar :
                            jars.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                        path.add(jar.toUri().toURL());
                    }
                }
            }
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(unpacked + " has no URL", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if ((name.startsWith(RUNTIME) && !name.startsWith(EVENTS)) || name.startsWith(JSON)) {
            return HOST.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String path = name.replace('.', '/') + ".class";
        boolean own = name.equals(FunctionSystem.class.getName());
        @Nullable URL source = own ? HOST.getResource(path) : findResource(path);
        if (source == null) {
            throw new ClassNotFoundException(name);
        }
        byte[] bytes;
        try (InputStream in = source.openStream()) {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
        if (!own) {
            bytes = SystemReferenceRewriter.redirect(bytes);
        }
        definePackageOf(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private void definePackageOf(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
            try {
                definePackage(name.substring(0, dot), null, null, null, null, null, null, null);
            } catch (IllegalArgumentException e) {
                // another thread was first
            }
        }
    }
}
