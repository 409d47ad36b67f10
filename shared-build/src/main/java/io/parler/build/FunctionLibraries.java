package io.parler.build;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the libraries of a function to a folder: without compression, and the AWS clients among
/// them without what the function can't reach.
public final class FunctionLibraries {
    private static final String CLIENTS = "software/amazon/awssdk/services/";

    /// Found through a service loader, but only by programs that call SdkWarmUp.
    private static final String WARM_UP = "META-INF/services/software.amazon.awssdk.core.warmup.";

    /// The same classes give the same bytes.
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private FunctionLibraries() {}

    /// Takes the folder to write and the function's class path.
    public static void main(String[] args) throws IOException {
        List<Path> classPath = Stream.of(args[1].split(File.pathSeparator)).map(Path::of).toList();
        write(Path.of(args[0]), classPath);
    }

    static void write(Path folder, List<Path> classPath) throws IOException {
        empty(folder);
        Map<Path, Map<String, byte[]>> jars = new LinkedHashMap<>();
        Map<String, byte[]> clients = new HashMap<>();
        Map<String, byte[]> others = new HashMap<>();
        Set<String> roots = new HashSet<>();
        for (Path path : classPath) {
            if (Files.isDirectory(path)) {
                addFolder(path, others);
                continue;
            }
            Map<String, byte[]> entries = entries(path);
            jars.put(path, entries);
            if (entries.keySet().stream().anyMatch(name -> name.startsWith(CLIENTS))) {
                addClasses(entries, clients);
                roots.addAll(classesInFiles(entries));
            } else {
                addClasses(entries, others);
            }
        }
        Map<String, byte[]> kept = ClientTrimmer.trim(clients, others, roots);
        for (Map.Entry<Path, Map<String, byte[]>> jar : jars.entrySet()) {
            writeJar(folder.resolve(jar.getKey().getFileName()), jar.getValue(), clients, kept);
        }
    }

    /// The classes that lists of interceptors name.
    private static Set<String> classesInFiles(Map<String, byte[]> entries) {
        Set<String> classes = new HashSet<>();
        entries.forEach(
                (name, content) -> {
                    if (!name.endsWith(".class") && isNeeded(name)) {
                        classes.addAll(
                                ClassReferences.in(new String(content, StandardCharsets.UTF_8)));
                    }
                });
        return classes;
    }

    private static boolean isNeeded(String name) {
        return !name.startsWith("META-INF/maven/")
                && !name.startsWith("META-INF/native-image/")
                && !name.startsWith(WARM_UP)
                && !name.endsWith("TestCases.json");
    }

    /// Without compression: the archive around it is compressed, better than class by class, and
    /// classes are loaded faster.
    private static void writeJar(
            Path jar,
            Map<String, byte[]> entries,
            Map<String, byte[]> clients,
            Map<String, byte[]> kept)
            throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(file))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                String name = entry.getKey();
                byte[] content = entry.getValue();
                if (name.startsWith(CLIENTS) && clients.containsKey(className(name))) {
                    content = kept.get(className(name));
                }
                if (content != null && isNeeded(name)) {
                    store(name, content, out);
                }
            }
        }
    }

    private static void store(String name, byte[] content, ZipOutputStream out) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        out.putNextEntry(entry);
        out.write(content);
    }

    private static void addClasses(Map<String, byte[]> entries, Map<String, byte[]> classes) {
        entries.forEach(
                (name, content) -> {
                    if (name.endsWith(".class")
                            && !name.startsWith("META-INF/")
                            && !name.endsWith("module-info.class")
                            && !name.endsWith("package-info.class")) {
                        classes.put(className(name), content);
                    }
                });
    }

    private static String className(String entry) {
        return entry.replaceFirst("\\.class$", "");
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static void addFolder(Path folder, Map<String, byte[]> classes) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                files.put(name, Files.readAllBytes(file));
            }
        }
        addClasses(files, classes);
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = new ArrayList<>(found.sorted(Comparator.reverseOrder()).toList());
        }
        files.remove(folder);
        for (Path file : files) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
