package io.parler.bench.cost;

import io.parler.bench.process.Folders;
import io.parler.bench.suite.Api;
import io.parler.deploy.price.Price;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `parler bench cost`: what 1,000 posts cost on AWS, from what some posts consume here.
@Command(
        name = "cost",
        description = {
            "Converts generated posts in a suite of its own, plays each, and counts what AWS would",
            "bill: invocations, GB-seconds, requests, read and write units, bytes, characters.",
            "Prints what 1,000 posts cost, by product and service, and a month at several loads.",
        },
        mixinStandardHelpOptions = true)
public final class CostBench implements Callable<Integer> {
    private static final double GB = 1e9;

    /// What Lambda itself logs of an invocation (start and report, as JSON).
    private static final double PLATFORM_LOG_BYTES = 700;

    @Option(
            names = "--posts",
            paramLabel = "N",
            description = "How many posts are converted (default: ${DEFAULT-VALUE}).")
    private int posts = 10;

    @Option(
            names = "--words",
            paramLabel = "N",
            description = "Words of each post (default: ${DEFAULT-VALUE}).")
    private int words = 1_000;

    @Option(
            names = "--plays",
            paramLabel = "N",
            description = "How often each post is listened to (default: ${DEFAULT-VALUE}).")
    private double plays = 100;

    @Option(
            names = "--voice",
            paramLabel = "ID",
            description =
                    "The voice, such as polly:Joanna:standard (default: ${DEFAULT-VALUE}). A local"
                            + " voice speaks in its place, and the price is the provider's.")
    private String voice = "polly:Joanna:neural";

    @Option(names = "--home", description = "The project's folder.", hidden = true)
    private Path home = Path.of(System.getProperty("parler.home", "."));

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Path folder = Files.createTempDirectory("parler-cost");
        try (SampleBlog blog = SampleBlog.start(words);
                RunningSuite suite =
                        RunningSuite.start(
                                home.toAbsolutePath().normalize(),
                                folder.resolve("data"),
                                blog.authority());
                Api api = new Api(suite.origin())) {
            Measurement measured = measure(blog, suite, new Visitor(api));
            out.printf(
                    Locale.ROOT,
                    "%d posts of %,d words (%,d characters billed), %s%n%n",
                    posts,
                    words,
                    measured.characters() / posts,
                    voice);
            new CostReport(out, plays).print(measured);
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private Measurement measure(SampleBlog blog, RunningSuite suite, Visitor visitor)
            throws IOException, InterruptedException {
        // From the service, which has the only list of the voices' prices.
        BigDecimal price =
                visitor.price(voice)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                Objects.requireNonNull(spec).commandLine(),
                                                "There is no voice " + voice));
        // Classes are loaded, connections made, and player files cached before anything is counted.
        Visitor.Recording first = visitor.convert(blog.post(0), voice);
        Visitor.PlayerFiles files = visitor.loadPlayer(first);
        visitor.play(first);
        RunningSuite.State before = suite.quiet();
        List<Visitor.Recording> recordings = new ArrayList<>();
        for (int i = 1; i <= posts; i++) {
            recordings.add(visitor.convert(blog.post(i), voice));
        }
        RunningSuite.State converted = suite.quiet();
        for (Visitor.Recording recording : recordings) {
            visitor.play(recording);
        }
        RunningSuite.State played = suite.quiet();

        Consumption converting = consumed(before, converted);
        Consumption listening = consumed(converted, played);
        listening.add(UsageReader.EDGE, Price.EDGE_REQUEST, (double) posts * files.count());
        listening.add(UsageReader.EDGE, Price.EDGE_GB, posts * files.bytes() / GB);
        return new Measurement(
                posts,
                recordings.stream().mapToLong(Visitor.Recording::characters).sum(),
                recordings.stream().mapToDouble(Visitor.Recording::seconds).sum(),
                price,
                converting,
                listening,
                Standing.of(Standing.templates(home), suite.metrics()));
    }

    private static Consumption consumed(RunningSuite.State from, RunningSuite.State to)
            throws IOException {
        Consumption consumption = UsageReader.read(to.since(from));
        double invocations = consumption.units(Price.LAMBDA_REQUEST);
        double logged = to.logBytes() - from.logBytes() + invocations * PLATFORM_LOG_BYTES;
        consumption.add("logs", Price.LOGS_GB, logged / GB);
        return consumption;
    }
}
