package io.parler.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/// Records the messages of a queue that are in flight, on disk: one file per message, with its
/// receipt handle. A file that exists at the start is from a process that died.
final class InFlightMessages {
    private final Path folder;

    private InFlightMessages(Path folder) {
        this.folder = folder;
    }

    static InFlightMessages in(Path folder) {
        try {
            return new InFlightMessages(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Message message) {
        try {
            Files.writeString(folder.resolve(message.messageId()), message.receiptHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove(Message message) {
        remove(message.messageId());
    }

    void remove(String messageId) {
        try {
            Files.deleteIfExists(folder.resolve(messageId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A message that was in flight when the process ended.
    record Leftover(String messageId, String receiptHandle) {}

    List<Leftover> leftovers() {
        List<Leftover> leftovers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                leftovers.add(
                        new Leftover(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return leftovers;
    }
}
