package io.parler.deploy.archive;

import io.parler.deploy.suite.DeployException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;

/// A function's archive on disk, known by its SHA-256.
public record Archive(String service, Path file, String sha256, long bytes) {
    /// Lambda's own limit for an archive in S3 is 250 MB unpacked.
    public static final long MAX_UNPACKED_BYTES = 250L * 1024 * 1024;

    /// More than this is not an error, but makes a cold start slower.
    public static final long ADVISED_BYTES = 9L * 1024 * 1024;

    public static Archive read(String service, Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DeployException(file + " does not exist; build it with ./mvnw package.");
        }
        try {
            return new Archive(service, file, sha256(file), Files.size(file));
        } catch (IOException e) {
            throw new DeployException(file + " can't be read: " + e.getMessage());
        }
    }

    /// Where it is in the bucket of archives.
    public String key() {
        return "archives/" + service + "/" + sha256 + ".zip";
    }

    /// Fails unless Lambda will find the handler's class in it.
    ///
    /// @param handler a class, or `class::method`
    void check(String functionId, String handler) {
        String entry = handler.replaceFirst("::.*", "").replace('.', '/') + ".class";
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(entry) == null) {
                throw new DeployException(
                        file
                                + " does not contain "
                                + entry
                                + ", the handler of "
                                + functionId
                                + ".");
            }
            long unpacked = zip.stream().mapToLong(item -> Math.max(0, item.getSize())).sum();
            if (unpacked > MAX_UNPACKED_BYTES) {
                throw new DeployException(
                        file
                                + " has "
                                + unpacked / 1024 / 1024
                                + " MB unpacked; Lambda accepts "
                                + MAX_UNPACKED_BYTES / 1024 / 1024
                                + " MB.");
            }
        } catch (IOException e) {
            throw new DeployException(file + " is not a zip archive: " + e.getMessage());
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
