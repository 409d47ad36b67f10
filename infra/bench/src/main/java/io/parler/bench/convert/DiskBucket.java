package io.parler.bench.convert;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;

/// A bucket on disk, with the operations of S3 that the worker uses. Objects take no memory.
final class DiskBucket {
    private static final int MAX_CHUNK_HEADER = 200;

    private final Path root;
    private final AtomicLong uploads = new AtomicLong();

    DiskBucket(Path root) {
        this.root = root;
    }

    Path file(String key) {
        Path file = root.resolve(key).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException(key);
        }
        return file;
    }

    void put(String key, byte[] content) throws IOException {
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /// Stores an object; the file is renamed when it is complete.
    ///
    /// @param chunked whether the body is aws-chunked: sizes in hexadecimal, then a trailer
    void put(String key, InputStream body, boolean chunked) throws IOException {
        Path part = root.resolve("uploads-" + uploads.incrementAndGet());
        try (OutputStream out = Files.newOutputStream(part)) {
            if (chunked) {
                unchunk(new BufferedInputStream(body), out);
            } else {
                body.transferTo(out);
            }
        }
        Path file = file(key);
        Files.createDirectories(file.getParent());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Joins the parts of a multipart upload.
    void complete(String key) throws IOException {
        Path file = file(key);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int number = 1; Files.exists(part(key, number)); number++) {
                Files.copy(part(key, number), out);
                Files.delete(part(key, number));
            }
        }
    }

    static String partKey(String key, int number) {
        return key + ".part" + number;
    }

    private Path part(String key, int number) {
        return file(partKey(key, number));
    }

    private static void unchunk(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 14];
        while (true) {
            int left = Integer.parseInt(line(in).split(";", 2)[0], 16);
            if (left == 0) {
                in.transferTo(OutputStream.nullOutputStream());
                return;
            }
            while (left > 0) {
                int read = in.read(buffer, 0, Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
            line(in);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > MAX_CHUNK_HEADER) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
