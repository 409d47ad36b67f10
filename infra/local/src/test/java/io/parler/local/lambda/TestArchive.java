package io.parler.local.lambda;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// The zip of a function, compiled from source in the test, so that its classes are not on the
/// class path.
public final class TestArchive {
    private TestArchive() {}

    /// Each source is a class of package `fn` under its simple name.
    public static Path zip(Path folder, Map<String, String> sources) throws IOException {
        return zip(folder, sources, List.of());
    }

    /// The jars go to `lib/`.
    static Path zip(Path folder, Map<String, String> sources, List<Path> jars) throws IOException {
        Path src = Files.createDirectories(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(
                    src.resolve(source.getKey() + ".java"),
                    """
                    package fn;
                    import com.amazonaws.services.lambda.runtime.*;
                    import java.io.*;
                    import java.util.*;
                    """
                            + source.getValue());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> paths = Files.list(src)) {
            List<String> options =
                    List.of(
                            "-d",
                            classes.toString(),
                            "-proc:none",
                            "-classpath",
                            System.getProperty("java.class.path"));
            boolean compiled =
                    compiler.getTask(
                                    errors,
                                    files,
                                    null,
                                    options,
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths.toList()))
                            .call();
            if (!compiled) {
                throw new IllegalStateException(errors.toString());
            }
        }
        Path zip = folder.resolve("function.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
                Files.copy(file, entries);
            }
            for (Path jar : jars) {
                entries.putNextEntry(new ZipEntry("lib/" + jar.getFileName()));
                Files.copy(jar, entries);
            }
        }
        return zip;
    }
}
