package io.parler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Prints new lines of the log files in a folder.
final class LogTail {
    private static final long PERIOD_MS = 200;

    private final Path folder;
    private final PrintWriter out;
    private final Map<Path, Long> read = new HashMap<>();

    private LogTail(Path folder, PrintWriter out) {
        this.folder = folder;
        this.out = out;
    }

    /// Follows the logs in the background until the process ends.
    static void follow(Path folder, PrintWriter out) {
        LogTail tail = new LogTail(folder, out);
        Thread.ofVirtual().start(tail::run);
    }

    private void run() {
        try {
            while (true) {
                if (Files.isDirectory(folder)) {
                    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.log")) {
                        for (Path log : logs) {
                            print(log);
                        }
                    }
                }
                Thread.sleep(PERIOD_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            out.println("The logs can't be read: " + e.getMessage());
        }
    }

    private void print(Path log) throws IOException {
        long length = Files.size(log);
        long from = read.getOrDefault(log, 0L);
        if (length > from) {
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(from);
                byte[] bytes = new byte[(int) Math.min(length - from, 1 << 20)];
                file.readFully(bytes);
                out.print(new String(bytes, StandardCharsets.UTF_8));
                out.flush();
                read.put(log, from + bytes.length);
            }
        } else if (length < from) {
            read.put(log, 0L);
        }
    }
}
