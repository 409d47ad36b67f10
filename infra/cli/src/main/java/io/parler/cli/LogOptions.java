package io.parler.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which suite's logs are read.
final class LogOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The suite's data folder (default: .parler beside this command).")
    private @Nullable Path data;

    List<LogLine> lines() throws IOException {
        return LogLine.readAll(StartOptions.folder(data));
    }
}
