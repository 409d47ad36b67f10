package io.parler.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `parler export`: everything that was made, as plain files that any web server serves.
@Command(
        name = "export",
        description = {
            "Writes all recordings and podcasts as plain files that any web server serves.",
            "Run it again to go on, or to add what is new: files that are there are kept."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Where to write; it is made if needed.")
    private @Nullable Path folder;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "Where FOLDER will be served, such as https://example.org/audio.",
                "Feeds lead there; without it they keep today's addresses."
            })
    private @Nullable URI url;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = {
                "An installation, such as https://parler.example.com",
                "(default: the suite on this machine)."
            })
    private @Nullable URI from;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            defaultValue = "${env:PARLER_KEY}",
            description = {
                "The account's key, where one is needed",
                "(default: the environment variable PARLER_KEY)."
            })
    private @Nullable String key;

    @Mixin private StartOptions startOptions = new StartOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        CommandSpec command = Objects.requireNonNull(spec);
        Path target = Objects.requireNonNull(folder);
        checkAddress(command, "--url", url);
        checkAddress(command, "--from", from);
        checkFolder(command, target);
        ProgressDisplay progress = new ProgressDisplay(command.commandLine().getErr());
        URI installation = from;
        if (installation == null) {
            return new SuiteSession(startOptions, command, false)
                    .run(
                            Optional.empty(),
                            progress,
                            suite -> export(command, suite.origin(), target, progress));
        }
        try {
            return export(command, installation, target, progress);
        } catch (ConnectException _) {
            throw new CommandException(installation + " does not answer.");
        } finally {
            progress.end();
        }
    }

    private int export(CommandSpec command, URI origin, Path target, ProgressDisplay progress)
            throws IOException {
        PrintWriter err = command.commandLine().getErr();
        String note = "What is exported stays in " + target + ": the same command goes on.";
        try (ApiClient api = new ApiClient(origin, key);
                InterruptNote _ = InterruptNote.of(err, () -> note)) {
            RequestRetry retry = new RequestRetry(RequestRetry::sleep);
            Export.Result result =
                    new Export(api, origin, target, base(), retry, progress, err).run();
            print(command.commandLine().getOut(), target, result);
            return result.problems() == 0 ? 0 : 1;
        }
    }

    private void print(PrintWriter out, Path target, Export.Result result) {
        out.printf(
                Locale.ROOT,
                "Exported %s (%d new) and %s to %s%n",
                counted(result.recordings(), "recording"),
                result.downloaded(),
                counted(result.podcasts(), "podcast"),
                target);
        if (result.hasPrivate()) {
            out.println(
                    "  Private     What is private is in "
                            + target.resolve(Export.PRIVATE)
                            + ": whoever finds it there can hear it.");
        }
        if (result.podcasts() > 0) {
            out.println(
                    "  Feeds       "
                            + (url == null
                                    ? "They keep today's addresses, since a feed needs whole ones."
                                            + " With --url https://… they lead to your site."
                                    : "They lead to " + base() + "; each episode has its GUID."));
        }
        out.println("  Start page  " + target.resolve("index.html"));
        out.flush();
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /// Nothing of something else is replaced.
    private static void checkFolder(CommandSpec command, Path target) throws IOException {
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw UsageMessage.error(command, target + " is a file; name a folder.");
        }
        Path index = target.resolve("index.html");
        if (Files.exists(index)
                && !new String(Files.readAllBytes(index), StandardCharsets.UTF_8)
                        .contains(ExportPages.MARK)) {
            throw UsageMessage.error(
                    command, target + " has another site's index.html; name a new folder.");
        }
    }

    private static void checkAddress(CommandSpec command, String option, @Nullable URI address) {
        if (address != null
                && (!String.valueOf(address.getScheme()).matches("(?i)https?")
                        || address.getHost() == null
                        || address.getRawQuery() != null
                        || address.getRawFragment() != null)) {
            throw UsageMessage.error(
                    command, option + " " + address + " is not an address such as https://….");
        }
    }

    private @Nullable String base() {
        return url == null ? null : url.toString().replaceFirst("/+$", "");
    }
}
