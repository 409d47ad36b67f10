package io.parler.bench;

import io.parler.bench.convert.ConvertBench;
import io.parler.bench.reading.ArticlesBench;
import io.parler.bench.reading.FeedsBench;
import io.parler.bench.reading.ManifestException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `parler bench`: how well and how fast the services do, beside a baseline.
@Command(
        name = "parler bench",
        description = "Measures reading on files of your own, and converting, beside a baseline.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        subcommands = {ArticlesBench.class, FeedsBench.class, ConvertBench.class},
        footer = {
            "",
            "MANIFEST names the files, one a line, parted by tabs: id, file, address; for",
            "articles also, if known, a file with the text that is right. Files are looked",
            "for beside the manifest. JSON with those names is read, too.",
        })
public final class BenchCommand implements Runnable {
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setExecutionExceptionHandler(
                        (e, command, _) -> {
                            if (!(e instanceof ManifestException)) {
                                throw e;
                            }
                            command.getErr().println("parler: " + e.getMessage());
                            return 1;
                        });
    }

    @Override
    public void run() {
        commandLine().usage(System.out);
    }
}
