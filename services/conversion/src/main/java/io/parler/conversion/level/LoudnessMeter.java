package io.parler.conversion.level;

import java.util.ArrayList;
import java.util.List;

/// Measures the integrated loudness of ITU-R BS.1770-4: K-weighted, in blocks of 400 ms that
/// overlap by three quarters, gated at -70 LUFS and 10 LU below the mean.
final class LoudnessMeter {
    private static final double RELATIVE_GATE = 10;
    private static final double OFFSET = -0.691;
    private static final int PARTS_OF_BLOCK = 4;

    private final Filter[] filters;
    private final int partLength;
    private final List<Double> parts = new ArrayList<>();
    private double energy;
    private int samplesInPart;

    LoudnessMeter(int sampleRate, int channels) {
        this.filters = new Filter[channels];
        for (int channel = 0; channel < channels; channel++) {
            filters[channel] = new Filter(sampleRate);
        }
        this.partLength = sampleRate / 10;
    }

    void add(short[] samples, int length) {
        for (int i = 0; i + filters.length <= length; i += filters.length) {
            for (int channel = 0; channel < filters.length; channel++) {
                double weighted = filters[channel].apply(samples[i + channel] / 32_768.0);
                energy += weighted * weighted;
            }
            if (++samplesInPart == partLength) {
                parts.add(energy / partLength);
                energy = 0;
                samplesInPart = 0;
            }
        }
    }

    double lufs() {
        List<Double> blocks = blocks();
        double ungated = mean(blocks, energyOf(AudioAnalysis.SILENT));
        double gated = mean(blocks, Math.max(energyOf(AudioAnalysis.SILENT), gate(ungated)));
        return gated == 0 ? AudioAnalysis.SILENT : lufs(gated);
    }

    private static double gate(double mean) {
        return mean * Math.pow(10, -RELATIVE_GATE / 10);
    }

    private List<Double> blocks() {
        List<Double> blocks = new ArrayList<>();
        if (parts.size() < PARTS_OF_BLOCK) {
            double all =
                    parts.stream().mapToDouble(Double::doubleValue).sum() * partLength + energy;
            int samples = parts.size() * partLength + samplesInPart;
            return samples == 0 ? List.of() : List.of(all / samples);
        }
        for (int i = PARTS_OF_BLOCK; i <= parts.size(); i++) {
            blocks.add(
                    parts.subList(i - PARTS_OF_BLOCK, i).stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(0));
        }
        return blocks;
    }

    private static double mean(List<Double> blocks, double gate) {
        return blocks.stream()
                .mapToDouble(Double::doubleValue)
                .filter(block -> block > gate)
                .average()
                .orElse(0);
    }

    private static double lufs(double energy) {
        return OFFSET + 10 * Math.log10(energy);
    }

    private static double energyOf(double lufs) {
        return Math.pow(10, (lufs - OFFSET) / 10);
    }

    /// The K-weighting of one channel: a shelf for the head, then a high pass. The standard has
    /// coefficients for 48 kHz; these are computed for the rate from the same analogue filters.
    private static final class Filter {
        private final Biquad shelf;
        private final Biquad highPass;

        Filter(int sampleRate) {
            double k = Math.tan(Math.PI * 1_681.974450955533 / sampleRate);
            double q = 0.7071752369554196;
            double vh = Math.pow(10, 3.999843853973347 / 20);
            double vb = Math.pow(vh, 0.4996667741545416);
            double a0 = 1 + k / q + k * k;
            this.shelf =
                    new Biquad(
                            (vh + vb * k / q + k * k) / a0,
                            2 * (k * k - vh) / a0,
                            (vh - vb * k / q + k * k) / a0,
                            2 * (k * k - 1) / a0,
                            (1 - k / q + k * k) / a0);
            double k2 = Math.tan(Math.PI * 38.13547087602444 / sampleRate);
            double q2 = 0.5003270373238773;
            double b0 = 1 + k2 / q2 + k2 * k2;
            this.highPass =
                    new Biquad(1, -2, 1, 2 * (k2 * k2 - 1) / b0, (1 - k2 / q2 + k2 * k2) / b0);
        }

        double apply(double sample) {
            return highPass.apply(shelf.apply(sample));
        }
    }

    /// A filter of second order.
    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double z1;
        private double z2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double apply(double x) {
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            return y;
        }
    }
}
