package io.parler.local.lambda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/// The log file of a function's standard output and error. At 5 MB it is renamed to `.1`, replacing
/// the earlier one.
final class FunctionLog extends OutputStream {
    private static final long MAX_BYTES = 5_000_000;

    /// A longer line is not passed on.
    private static final int MAX_LINE_BYTES = 256 * 1024;

    private final Path file;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OutputStream out;
    private long size;

    private FunctionLog(Path file, Consumer<String> lines) throws IOException {
        this.file = file;
        this.lines = lines;
        this.size = Files.exists(file) ? Files.size(file) : 0;
        this.out = open(file);
    }

    /// @param lines is given each line that is written
    static PrintStream in(Path folder, String function, Consumer<String> lines) {
        try {
            Files.createDirectories(folder);
            FunctionLog log = new FunctionLog(folder.resolve(function + ".log"), lines);
            return new PrintStream(log, true, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        size += length;
        passOn(bytes, offset, length);
        if (size > MAX_BYTES && length > 0 && bytes[offset + length - 1] == '\n') {
            out.close();
            Path old = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            out = open(file);
            size = 0;
        }
    }

    private void passOn(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                lines.accept(line.toString(StandardCharsets.UTF_8));
                line.reset();
                start = i + 1;
            }
        }
        line.write(bytes, start, offset + length - start);
        if (line.size() > MAX_LINE_BYTES) {
            line.reset();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private static OutputStream open(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
