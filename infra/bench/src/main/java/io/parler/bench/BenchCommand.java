package io.parler.bench;

import io.parler.bench.coldstart.ColdStartBench;
import io.parler.bench.convert.ConvertBench;
import io.parler.bench.cost.CostBench;
import io.parler.bench.faults.FaultsBench;
import io.parler.bench.load.LoadBench;
import io.parler.bench.reading.ArticlesBench;
import io.parler.bench.reading.FeedsBench;
import io.parler.bench.reading.ManifestException;
import io.parler.bench.scale.ScaleBench;
import io.parler.bench.speech.SpeechBench;
import io.parler.bench.text.TextsBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `parler bench`: benchmarks of the services against a baseline.
@Command(
        name = "parler bench",
        description =
                "Benchmarks reading (on your own files), converting and starting against a baseline.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ArticlesBench.class,
            FeedsBench.class,
            ConvertBench.class,
            ColdStartBench.class,
            SpeechBench.class,
            TextsBench.class,
            ScaleBench.class,
            CostBench.class,
            FaultsBench.class,
            LoadBench.class
        },
        footer = {
            "",
            "MANIFEST lists the files, one a line, with fields separated by tabs: id, file, URL;",
            "for articles optionally a file with the expected text. Paths are relative to the",
            "manifest. JSON with the fields id, file, url and expected is also accepted.",
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
