package io.parler.bench.coldstart;

import io.parler.local.lambda.Functions;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A function with a cache of its loaded and linked classes (JEP 483, 514), which a first process
/// writes when it ends. The cache holds only classes of jars on a class path of the JVM, and the
/// runtime interface client loads an archive otherwise, so the archive's classes are added to the
/// boot class path.
final class AotCache {
    private AotCache() {}

    /// Trains with a few requests.
    ///
    /// @return the function as it starts with the cache
    static MeasuredFunction train(MeasuredFunction function, Path folder)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve("aot").resolve(function.id()));
        String classPath = "-Xbootclasspath/a:" + jars(function, own);
        Path cache = own.resolve("classes.aot");
        MeasuredFunction training =
                function.withJvmOptions(classPath + " -XX:AOTCacheOutput=" + cache);
        try (Functions functions = Functions.inProcesses(folder)) {
            functions.add(training.spec());
            for (int i = 0; i < 3; i++) {
                functions.invoke(
                        training.id(), training.request().getBytes(StandardCharsets.UTF_8));
            }
            ProcessHandle process = ColdStart.process(training);
            process.destroy(); // not by force: it writes the cache first
            process.onExit().join();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException(function.id() + " has written no AOT cache");
        }
        return function.withJvmOptions(classPath + " -XX:AOTCache=" + cache);
    }

    /// The archive's jars, and one of the classes beside them.
    private static String jars(MeasuredFunction function, Path folder) throws IOException {
        List<String> jars = new ArrayList<>();
        Path classes = folder.resolve("classes.jar");
        try (ZipFile archive = new ZipFile(function.spec().archive().toFile());
                OutputStream file = Files.newOutputStream(classes);
                ZipOutputStream own = new ZipOutputStream(file)) {
            for (ZipEntry entry : archive.stream().filter(e -> !e.isDirectory()).toList()) {
                if (entry.getName().startsWith("lib/")) {
                    Path jar = folder.resolve(entry.getName().substring("lib/".length()));
                    Files.copy(archive.getInputStream(entry), jar);
                    jars.add(jar.toString());
                } else {
                    own.putNextEntry(new ZipEntry(entry.getName()));
                    archive.getInputStream(entry).transferTo(own);
                }
            }
        }
        jars.add(classes.toString());
        return String.join(File.pathSeparator, jars);
    }
}
