package io.parler.polly;

import java.util.Arrays;

/// What a meter would show of Polly's pcm.
final class Samples {
    private Samples() {}

    static short[] of(byte[] pcm) {
        short[] samples = new short[pcm.length / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) ((pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8));
        }
        return samples;
    }

    static double rms(short[] samples) {
        return rms(samples, 0, samples.length);
    }

    static double rms(short[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }

    /// The median fundamental frequency of the voiced windows, by autocorrelation; at 16 kHz.
    static double pitch(short[] samples) {
        int window = 800;
        double[] found = new double[samples.length / window];
        int voiced = 0;
        for (int from = 0; from + 2 * window < samples.length; from += window) {
            if (rms(samples, from, from + window) < 800) {
                continue;
            }
            double best = 0;
            int lag = 0;
            for (int k = 16_000 / 400; k < 16_000 / 60; k++) {
                double sum = 0;
                for (int i = from; i < from + window; i++) {
                    sum += (double) samples[i] * samples[i + k];
                }
                if (sum > best * 1.05) {
                    best = sum;
                    lag = k;
                }
            }
            if (lag > 0) {
                found[voiced++] = 16_000.0 / lag;
            }
        }
        double[] pitches = Arrays.copyOf(found, voiced);
        Arrays.sort(pitches);
        return pitches[voiced / 2];
    }
}
