package io.parler.bench.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/// Compares the speed of candidates on the same files, on one thread. In each round every candidate
/// reads all files, so that other load on the machine affects all of them. The first round is a
/// warm-up; the result is the median of the others.
final class Comparison {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_S = 1e9;

    /// An implementation to compare. An exception counts as a failure.
    record Candidate(String name, Reader reader) {}

    /// Reads a file; the result is discarded.
    @FunctionalInterface
    interface Reader {
        void read(Manifest.Item item, byte[] bytes) throws Exception;
    }

    /// The result of a candidate.
    ///
    /// @param perSecond files a second, the median of the rounds
    /// @param failed ids of the files for which it threw an exception
    /// @param milliseconds by id, the best of the rounds
    record Result(
            String name, double perSecond, List<String> failed, Map<String, Double> milliseconds) {
        Result {
            failed = List.copyOf(failed);
            milliseconds = Map.copyOf(milliseconds);
        }

        double of(Manifest.Item item) {
            return milliseconds.getOrDefault(item.id(), Double.NaN);
        }

        Map.Entry<String, Double> slowest() {
            return milliseconds.entrySet().stream()
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .orElseThrow();
        }

        String summary() {
            String failures = failed.isEmpty() ? "" : ", fails on " + failed.size();
            return String.format(
                    Locale.ROOT,
                    "  %-14s %8.0f a second   slowest %.1f ms (%s)%s",
                    name,
                    perSecond,
                    slowest().getValue(),
                    slowest().getKey(),
                    failures);
        }
    }

    private final List<Manifest.Item> items;
    private final int rounds;

    Comparison(List<Manifest.Item> items, int rounds) {
        this.items = items;
        this.rounds = rounds;
    }

    /// Runs all rounds.
    ///
    /// @param onRound called with the number of each round; the warm-up is 0
    List<Result> run(List<Candidate> candidates, IntConsumer onRound) {
        List<Timings> timings = candidates.stream().map(_ -> new Timings(rounds)).toList();
        for (int i = 0; i <= rounds; i++) {
            onRound.accept(i);
            for (int c = 0; c < candidates.size(); c++) {
                timings.get(c).measure(i, items, candidates.get(c).reader());
            }
        }
        var results = new ArrayList<Result>();
        for (int c = 0; c < candidates.size(); c++) {
            results.add(timings.get(c).result(candidates.get(c).name(), items.size()));
        }
        return results;
    }

    private static final class Timings {
        private final double[] seconds;
        private final Map<String, Double> best = new HashMap<>();
        private final List<String> failed = new ArrayList<>();

        Timings(int rounds) {
            this.seconds = new double[rounds];
        }

        void measure(int round, List<Manifest.Item> items, Reader reader) {
            long total = 0;
            for (Manifest.Item item : items) {
                long nanos = time(round, item, reader);
                if (round > 0) {
                    total += nanos;
                    best.merge(item.id(), nanos / NANOS_PER_MS, Math::min);
                }
            }
            if (round > 0) {
                seconds[round - 1] = total / NANOS_PER_S;
            }
        }

        private long time(int round, Manifest.Item item, Reader reader) {
            byte[] bytes = item.bytes();
            long start = System.nanoTime();
            try {
                reader.read(item, bytes);
            } catch (Exception | StackOverflowError _) {
                if (round == 0) {
                    failed.add(item.id());
                }
            }
            return System.nanoTime() - start;
        }

        Result result(String name, int items) {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            return new Result(name, items / sorted[sorted.length / 2], failed, best);
        }
    }
}
