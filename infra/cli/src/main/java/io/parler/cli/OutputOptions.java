package io.parler.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// The options for where audio is written. No file is replaced without being told to.
final class OutputOptions {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The MP3 file to write; - is the standard output. convert and retry name it after"
                            + " the post if none is given.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    Optional<Path> file() {
        return isStandardOutput() ? Optional.empty() : Optional.ofNullable(out);
    }

    boolean isGiven() {
        return out != null;
    }

    boolean isStandardOutput() {
        return out != null && out.toString().equals("-");
    }

    /// @param printsResult whether the standard output is needed for something else
    void validate(CommandSpec command, boolean printsResult) {
        if (isStandardOutput() && printsResult) {
            throw UsageMessage.error(
                    command, "--out - needs the standard output, which has the result here.");
        }
        Optional<Path> file = file();
        if (file.isPresent() && Files.isDirectory(file.get())) {
            throw UsageMessage.error(command, "--out " + out + " is a folder; name a file.");
        }
        if (file.isPresent() && !Files.isDirectory(folder(file.get()))) {
            throw UsageMessage.error(
                    command, "--out: the folder " + folder(file.get()) + " does not exist.");
        }
    }

    /// Whether nothing is lost when the file is written.
    boolean mayWrite(Path file) {
        return force || !Files.exists(file);
    }

    /// Asks before a file is replaced, or fails where nobody can be asked.
    void checkOverwrite(Path file, PrintWriter err) throws IOException {
        if (mayWrite(file)) {
            return;
        }
        askToReplace(
                file,
                err,
                "add --force to replace it, or name another file with --out. What is converted is"
                        + " stored: doing it again costs nothing.");
    }

    /// @param instead what can be done if it is not replaced
    static void askToReplace(Path file, PrintWriter err, String instead) throws IOException {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        if (!terminal || !Confirmation.ask(err, file + " exists. Replace it?")) {
            throw new CommandException(file + " exists and was not replaced; " + instead);
        }
    }

    /// The file that was named, or one that is named as the audio is.
    Path fileFor(URI audio) {
        String path = audio.getPath();
        return file().orElseGet(() -> Path.of(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    }
}
