package io.parler.conversion.level;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the quiet parts of speech: those that are clearly below its usual level and near the level
/// of its noise.
final class PauseFinder {
    private static final int WINDOW_MS = 10;
    private static final int MIN_PAUSE_MS = 60;

    /// A click within a pause is not longer.
    private static final int MAX_CLICK_MS = 20;

    private static final double ABOVE_NOISE = 8;
    private static final double BELOW_SPEECH = 30;
    private static final double MIN_BELOW_SPEECH = 18;

    private final int windowLength;
    private final int channels;
    private final int rate;
    private final List<Double> levels = new ArrayList<>();
    private double energy;
    private int samples;

    PauseFinder(int sampleRate, int channels) {
        this.windowLength = channels * (sampleRate * WINDOW_MS / 1_000);
        this.channels = channels;
        this.rate = sampleRate;
    }

    void add(short[] values, int length) {
        for (int i = 0; i < length; i++) {
            energy += (double) values[i] * values[i];
            if (++samples == windowLength) {
                levels.add(10 * Math.log10(energy / windowLength + 1));
                energy = 0;
                samples = 0;
            }
        }
    }

    List<AudioAnalysis.Pause> pauses() {
        if (levels.isEmpty()) {
            return List.of();
        }
        double[] sorted = levels.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        double noise = sorted[sorted.length / 20];
        double speech = sorted[sorted.length * 19 / 20];
        double threshold =
                Math.min(
                        speech - MIN_BELOW_SPEECH,
                        Math.max(noise + ABOVE_NOISE, speech - BELOW_SPEECH));
        return joined(quiet(threshold)).stream()
                .filter(pause -> pause.length() >= MIN_PAUSE_MS)
                .toList();
    }

    private List<AudioAnalysis.Pause> quiet(double threshold) {
        List<AudioAnalysis.Pause> quiet = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= levels.size(); i++) {
            boolean below = i < levels.size() && levels.get(i) < threshold;
            if (below && start < 0) {
                start = i;
            } else if (!below && start >= 0) {
                quiet.add(new AudioAnalysis.Pause(milliseconds(start), milliseconds(i)));
                start = -1;
            }
        }
        return quiet;
    }

    /// Windows are a whole number of samples, so they are not exactly 10 ms at 22,050 Hz.
    private int milliseconds(int window) {
        return (int) Math.round((double) window * windowLength / channels * 1_000 / rate);
    }

    private static List<AudioAnalysis.Pause> joined(List<AudioAnalysis.Pause> pauses) {
        List<AudioAnalysis.Pause> joined = new ArrayList<>();
        for (AudioAnalysis.Pause pause : pauses) {
            if (!joined.isEmpty() && pause.start() - joined.getLast().end() <= MAX_CLICK_MS) {
                joined.set(
                        joined.size() - 1,
                        new AudioAnalysis.Pause(joined.getLast().start(), pause.end()));
            } else {
                joined.add(pause);
            }
        }
        return joined;
    }
}
