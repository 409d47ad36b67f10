package io.parler.bench.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/// Times contestants on the same files in turns, on one thread: a round is all files by the first,
/// then all by the second, so that whatever else the machine does hits both. The first round only
/// warms up; of the others a contestant's median counts.
final class Comparison {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_S = 1e9;

    /// One way of reading. What it throws counts as a failure.
    record Contestant(String name, Reader reader) {}

    /// Reads one file; whatever comes of it is thrown away.
    @FunctionalInterface
    interface Reader {
        void read(Manifest.Item item, byte[] bytes) throws Exception;
    }

    /// How one contestant did.
    ///
    /// @param perSecond files a second, the median of the rounds
    /// @param failed ids of the files it threw on
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

        String line() {
            var failures = failed.isEmpty() ? "" : ", fails on " + failed.size();
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

    /// `round` hears which round begins, the warm-up being 0.
    List<Result> run(List<Contestant> contestants, IntConsumer round) {
        var laps = contestants.stream().map(_ -> new Laps(rounds)).toList();
        for (int i = 0; i <= rounds; i++) {
            round.accept(i);
            for (int c = 0; c < contestants.size(); c++) {
                laps.get(c).lap(i, items, contestants.get(c).reader());
            }
        }
        var results = new ArrayList<Result>();
        for (int c = 0; c < contestants.size(); c++) {
            results.add(laps.get(c).result(contestants.get(c).name(), items.size()));
        }
        return results;
    }

    private static final class Laps {
        private final double[] seconds;
        private final Map<String, Double> best = new HashMap<>();
        private final List<String> failed = new ArrayList<>();

        Laps(int rounds) {
            this.seconds = new double[rounds];
        }

        void lap(int round, List<Manifest.Item> items, Reader reader) {
            long total = 0;
            for (var item : items) {
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
            var bytes = item.bytes();
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
            var sorted = seconds.clone();
            Arrays.sort(sorted);
            return new Result(name, items / sorted[sorted.length / 2], failed, best);
        }
    }
}
