package io.parler.local.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;

/// The deliveries of one queue that are running, on disk: a file named after the message that
/// holds its receipt handle. Whoever finds one at start finds a process that died at work.
final class InFlight {
    private final Path folder;

    private InFlight(Path folder) {
        this.folder = folder;
    }

    static InFlight in(Path folder) {
        try {
            return new InFlight(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void began(Message message) {
        try {
            Files.writeString(folder.resolve(message.messageId()), message.receiptHandle());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void ended(Message message) {
        forget(message.messageId());
    }

    void forget(String messageId) {
        try {
            Files.deleteIfExists(folder.resolve(messageId));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A delivery that was running when the process ended.
    record Left(String messageId, String receiptHandle) {}

    List<Left> left() {
        List<Left> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                left.add(new Left(String.valueOf(file.getFileName()), Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left;
    }
}
