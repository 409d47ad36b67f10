package io.parler.conversion.audio;

import io.parler.conversion.level.AudioAnalysis.Pause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds when each sentence of a chunk starts, from the pauses in the audio. Of all ways to put the
/// ends of sentences into pauses, in order, it takes the one where the sentences are about as long
/// as their text and the pauses are long.
final class SentenceTimes {
    /// How far the length of a sentence may be from that of its text, as a share and in
    /// milliseconds.
    private static final double TOLERANCE = 0.12;

    private static final double MIN_TOLERANCE = 150;

    /// What a boundary in the shortest pause costs, where one deviation of the length costs 1.
    private static final double SHORT_PAUSE = 6;

    /// Pauses between words are not considered if there are many longer ones.
    private static final int MAX_PAUSES_PER_SENTENCE = 5;

    private final double[] expected;
    private final List<Pause> pauses;
    private final double speechStart;
    private final double speechEnd;
    private final double usualPause;

    private SentenceTimes(int[] lengths, List<Pause> all, double milliseconds) {
        boolean pauseFirst = !all.isEmpty() && all.getFirst().start() < 100;
        boolean pauseLast = !all.isEmpty() && all.getLast().end() > milliseconds - 100;
        this.speechStart = pauseFirst ? all.getFirst().end() : 0;
        this.speechEnd = pauseLast ? all.getLast().start() : milliseconds;
        this.pauses =
                longest(
                        all.subList(
                                pauseFirst ? 1 : 0,
                                Math.max(pauseFirst ? 1 : 0, all.size() - (pauseLast ? 1 : 0))),
                        MAX_PAUSES_PER_SENTENCE * lengths.length);
        List<Pause> boundaries = longest(pauses, lengths.length - 1);
        double inPauses = boundaries.stream().mapToInt(Pause::length).sum();
        this.usualPause = boundaries.isEmpty() ? 1 : inPauses / boundaries.size();
        double perCharacter = (speechEnd - speechStart - inPauses) / Arrays.stream(lengths).sum();
        this.expected = Arrays.stream(lengths).mapToDouble(l -> l * perCharacter).toArray();
    }

    /// The start of each sentence but the first, in milliseconds. Empty if there are too few
    /// pauses.
    ///
    /// @param lengths the number of spoken characters of each sentence
    static Optional<double[]> of(int[] lengths, List<Pause> pauses, double milliseconds) {
        SentenceTimes times = new SentenceTimes(lengths, pauses, milliseconds);
        return times.pauses.size() < lengths.length - 1
                ? Optional.empty()
                : Optional.of(times.starts());
    }

    private static List<Pause> longest(List<Pause> pauses, int count) {
        List<Pause> byLength = new ArrayList<>(pauses);
        byLength.sort(Comparator.comparingInt(Pause::length).reversed());
        List<Pause> longest = new ArrayList<>(byLength.subList(0, Math.min(count, pauses.size())));
        longest.sort(Comparator.comparingInt(Pause::start));
        return longest;
    }

    /// Dynamic programming over sentences and pauses: the cheapest way to end the sentence `i` in
    /// the pause `p`.
    private double[] starts() {
        int boundaries = expected.length - 1;
        double[][] cost = new double[boundaries][pauses.size()];
        int[][] before = new int[boundaries][pauses.size()];
        for (int i = 0; i < boundaries; i++) {
            Arrays.fill(cost[i], Double.POSITIVE_INFINITY);
            for (int p = i; p < pauses.size(); p++) {
                for (int q = i - 1; q < (i == 0 ? 0 : p); q++) {
                    double start = i == 0 ? speechStart : pauses.get(q).end();
                    double whole =
                            (i == 0 ? 0 : cost[i - 1][q])
                                    + costOfLength(i, pauses.get(p).start() - start)
                                    + costOfPause(pauses.get(p));
                    if (whole < cost[i][p]) {
                        cost[i][p] = whole;
                        before[i][p] = q;
                    }
                }
            }
        }
        return boundaries == 0 ? new double[0] : trace(cost[boundaries - 1], before);
    }

    private double[] trace(double[] lastCosts, int[][] before) {
        int boundaries = before.length;
        int best = boundaries - 1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int p = boundaries - 1; p < pauses.size(); p++) {
            double whole = lastCosts[p] + costOfLength(boundaries, speechEnd - pauses.get(p).end());
            if (whole < lowest) {
                lowest = whole;
                best = p;
            }
        }
        double[] starts = new double[boundaries];
        for (int i = boundaries - 1; i >= 0; i--) {
            starts[i] = pauses.get(best).end();
            best = before[i][best];
        }
        return starts;
    }

    private double costOfLength(int sentence, double milliseconds) {
        double deviation =
                (milliseconds - expected[sentence])
                        / (TOLERANCE * expected[sentence] + MIN_TOLERANCE);
        return deviation * deviation;
    }

    private double costOfPause(Pause pause) {
        return SHORT_PAUSE * Math.max(0, 1 - pause.length() / usualPause);
    }
}
