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

/// Unpacks a function's archive once, into a folder named by its hash.
final class FunctionArchive {
    private FunctionArchive() {}

    static Path unpack(Path archive, Path cache) {
        try {
            Path folder = Files.createDirectories(cache).resolve(contentHash(archive));
            if (!Files.isDirectory(folder)) {
                // Renamed when complete, so that a killed process leaves no partial folder.
                Path part = Files.createTempDirectory(cache, "part-");
                unzip(archive, part);
                moveUnlessExists(part, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the archive " + archive + " can't be unpacked", e);
        }
    }

    /// A hash of the zip's directory: the name, size and checksum of each entry. Hashing all bytes
    /// would make every start as slow as unpacking.
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

    /// Deletes the folders of archives that are no longer used.
    static void deleteUnused(Set<Path> used, Path cache) {
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
                    throw new IOException(
                            "the entry " + entry.getName() + " is outside of the archive");
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

    private static void moveUnlessExists(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another function with the same archive created it first.
            delete(part);
        }
    }
}
