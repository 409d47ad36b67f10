package io.parler.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folder for all data of a suite. A lock allows one suite at a time.
final class DataFolder implements AutoCloseable {
    /// The entries that `--fresh` does not delete: caches have no user data, and the lock is in
    /// use.
    private static final Set<String> NOT_DELETED = Set.of("cache", "build", "lock");

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    static DataFolder acquire(Path folder, boolean fresh) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new SuiteStartException("Another suite is using " + folder + "; stop it first.");
        }
        if (fresh) {
            deleteContent(folder);
        }
        return new DataFolder(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held by this process
        }
    }

    private static void deleteContent(Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(folder)) {
            entries = list.filter(p -> !NOT_DELETED.contains(p.getFileName().toString())).toList();
        }
        for (Path entry : entries) {
            try (Stream<Path> tree = Files.walk(entry)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
