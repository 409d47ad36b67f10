package io.parler.polly.audio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Changes the sample rate through a windowed-sinc low-pass filter; the length follows the rate
/// exactly.
public final class Resampler {
    private static final Map<Long, Resampler> KNOWN = new ConcurrentHashMap<>();
    /// Zero crossings of the sinc on either side.
    private static final int CROSSINGS = 16;
    /// Where the pass band ends, as a part of the lower rate's Nyquist frequency.
    private static final double PASS = .92;
    /// Kaiser window: 80 dB down in the stop band.
    private static final double BETA = 8;

    private final int up;
    private final int down;
    private final int half;
    private final float[][] phases;

    public static Resampler from(int source, int target) {
        return KNOWN.computeIfAbsent(
                ((long) source << 32) | target, key -> new Resampler(source, target));
    }

    private Resampler(int source, int target) {
        int divisor = gcd(source, target);
        up = target / divisor;
        down = source / divisor;
        double cutoff = PASS * Math.min(1, up / (double) down);
        half = (int) Math.ceil(CROSSINGS / cutoff);
        phases = new float[up][2 * half];
        for (int phase = 0; phase < up; phase++) {
            double sum = 0;
            for (int tap = 0; tap < 2 * half; tap++) {
                double x = tap - half + 1 - phase / (double) up;
                double value = cutoff * sinc(cutoff * x) * kaiser(x / half);
                phases[phase][tap] = (float) value;
                sum += value;
            }
            for (int tap = 0; tap < 2 * half; tap++) {
                phases[phase][tap] /= (float) sum;
            }
        }
    }

    public float[] resample(float[] samples) {
        if (up == down) {
            return samples;
        }
        int length = (int) Math.round(samples.length * (double) up / down);
        float[] result = new float[length];
        for (int i = 0; i < length; i++) {
            long position = (long) i * down;
            int center = (int) (position / up);
            float[] filter = phases[(int) (position % up)];
            int first = center - half + 1;
            int from = Math.max(0, -first);
            int to = Math.min(filter.length, samples.length - first);
            float sum = 0;
            for (int tap = from; tap < to; tap++) {
                sum += filter[tap] * samples[first + tap];
            }
            result[i] = Math.clamp(sum, -1f, 1f);
        }
        return result;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(BETA * Math.sqrt(1 - x * x)) / bessel(BETA);
    }

    /// Modified Bessel function of the first kind, order zero.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
