package io.parler.bench.coldstart;

import io.parler.bench.process.Folders;
import io.parler.local.lambda.Functions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler bench coldstart`: each function's archive in its own process, as on Lambda.
@Command(
        name = "coldstart",
        description = {
            "Starts each function's archive in its own process under Lambda's runtime interface",
            "client, by turns with a function that does nothing, until its first answer;",
            "one with SnapStart also as it goes on from its snapshot.",
        },
        mixinStandardHelpOptions = true)
public final class ColdStartBench implements Callable<Integer> {
    @Option(names = "--rounds", description = "Starts of each function (default 5).")
    private int rounds = 5;

    @Option(
            names = "--function",
            paramLabel = "NAME",
            description = "Only this function, such as StatusApi; may be repeated.")
    private List<String> only = List.of();

    @Option(
            names = "--aot",
            description = "Also with a cache of the loaded classes, as 'NAME, AOT'.")
    private boolean aot;

    @Option(names = "--services", description = "The folder of the services.", hidden = true)
    private Path services = Path.of(System.getProperty("parler.home", "."), "services");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Optional<String> obstacle = Functions.processObstacle();
        if (obstacle.isPresent()) {
            out.println(obstacle.get());
            return 1;
        }
        Path folder = Files.createTempDirectory("parler-coldstart");
        try (EmptyAws aws = EmptyAws.start()) {
            List<MeasuredFunction> functions = functions(aws);
            if (functions.isEmpty()) {
                out.println("There is no such function.");
                return 1;
            }
            Map<String, MeasuredFunction> candidates = new LinkedHashMap<>();
            for (MeasuredFunction function : functions) {
                candidates.put(function.id(), function);
                if (function.hasSnapStart()) {
                    candidates.put(function.id() + ", restored", function.asSnapshot());
                }
                if (aot) {
                    candidates.put(function.id() + ", AOT", AotCache.train(function, folder));
                }
            }
            print(candidates, measure(candidates, MeasuredFunction.floor(folder), folder), out);
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private List<MeasuredFunction> functions(EmptyAws aws) throws IOException {
        List<MeasuredFunction> functions = new ArrayList<>();
        try (Stream<Path> folders = Files.list(services)) {
            for (Path service : folders.sorted().toList()) {
                Path template = service.resolve("template.yaml");
                if (Files.exists(template)) {
                    functions.addAll(MeasuredFunction.read(template, aws.address()));
                }
            }
        }
        return functions.stream()
                .filter(function -> only.isEmpty() || only.contains(function.id()))
                .toList();
    }

    /// The floor before each function, so that both find the machine equally busy.
    private Map<String, List<ColdStart>> measure(
            Map<String, MeasuredFunction> candidates, MeasuredFunction floor, Path folder)
            throws IOException {
        Map<String, List<ColdStart>> starts = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, MeasuredFunction> candidate : candidates.entrySet()) {
                add(floor.id(), ColdStart.of(floor, folder), starts);
                add(candidate.getKey(), ColdStart.of(candidate.getValue(), folder), starts);
            }
        }
        return starts;
    }

    private static void add(String name, ColdStart start, Map<String, List<ColdStart>> starts) {
        starts.computeIfAbsent(name, _ -> new ArrayList<>()).add(start);
    }

    private static void print(
            Map<String, MeasuredFunction> candidates,
            Map<String, List<ColdStart>> starts,
            PrintWriter out)
            throws IOException {
        out.println("medians, from the start of the process to the first answer;");
        out.println("restored: of a primed process, from the answer to its /restore/next");
        out.printf(
                Locale.ROOT,
                "%-28s %8s %8s %8s %8s %8s%n",
                "function",
                "zip MB",
                "ms",
                "x floor",
                "CPU ms",
                "RSS MB");
        List<ColdStart> floor = Objects.requireNonNull(starts.get("floor"));
        printRow("floor", 0, floor, floor, out);
        for (Map.Entry<String, MeasuredFunction> candidate : candidates.entrySet()) {
            printRow(
                    candidate.getKey(),
                    candidate.getValue().archiveMegabytes(),
                    Objects.requireNonNull(starts.get(candidate.getKey())),
                    floor,
                    out);
        }
        out.flush();
    }

    private static void printRow(
            String name,
            double megabytes,
            List<ColdStart> starts,
            List<ColdStart> floor,
            PrintWriter out) {
        double time = median(starts, start -> start.time().toNanos() / 1e6);
        out.printf(
                Locale.ROOT,
                "%-28s %8.1f %8.0f %8.2f %8.0f %8.0f%n",
                name,
                megabytes,
                time,
                time / median(floor, start -> start.time().toNanos() / 1e6),
                median(starts, start -> start.cpu().toMillis()),
                median(starts, start -> start.memory() / 1e6));
    }

    private static double median(List<ColdStart> starts, ToDoubleFunction<ColdStart> value) {
        double[] sorted = starts.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
