package io.parler.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/// A function's zip, unpacked once into a folder named after its content.
final class FunctionArchive {
    private FunctionArchive() {}

    static Path unpack(Path archive, Path cache) {
        try {
            Path folder = Files.createDirectories(cache).resolve(contentHash(archive));
            if (!Files.isDirectory(folder)) {
                // Moved into place when complete: a process killed half-way leaves no half archive.
                Path part = Files.createTempDirectory(cache, "part-");
                unzip(archive, part);
                moveUnlessThere(part, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive " + archive + " can't be unpacked", e);
        }
    }

    /// Of the zip's directory: each entry's name, size and checksum. Not of all its bytes: that
    /// would cost every start what unpacking costs the first.
    private static String contentHash(Path archive) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            zip.stream()
                    .map(e -> e.getName() + ' ' + e.getSize() + ' ' + e.getCrc() + '\n')
                    .forEach(e -> digest.update(e.getBytes(StandardCharsets.UTF_8)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    /// Deletes what was unpacked for archives that are no longer in use.
    static void keepOnly(Set<Path> used, Path cache) {
        try (Stream<Path> folders = Files.list(cache)) {
            for (Path folder : folders.filter(f -> !used.contains(f)).toList()) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void unzip(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("the entry " + entry.getName() + " leaves the archive");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.resolve("..").normalize());
                    Files.copy(zip, file);
                }
            }
        }
    }

    private static void moveUnlessThere(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another function with the same archive was first.
            delete(part);
        }
    }
}
