package io.parler.conversion.level;

/// Measures the true peak: the highest value of the signal between its samples, too, at four times
/// the rate (ITU-R BS.1770-4, annex 2).
final class PeakMeter {
    private static final int OVERSAMPLING = 4;
    private static final int TAPS = 12;

    /// Between samples below this share of the highest one there is no higher peak.
    private static final double NEAR_PEAK = 0.5;

    private static final double[][] PHASES = phases();

    private final double[][] history;
    private double peak;

    PeakMeter(int channels) {
        this.history = new double[channels][TAPS];
    }

    void add(short[] samples, int length) {
        int channels = history.length;
        for (int i = 0; i + channels <= length; i += channels) {
            for (int channel = 0; channel < channels; channel++) {
                add(history[channel], samples[i + channel] / 32_768.0);
            }
        }
    }

    private void add(double[] recent, double sample) {
        System.arraycopy(recent, 1, recent, 0, TAPS - 1);
        recent[TAPS - 1] = sample;
        peak = Math.max(peak, Math.abs(sample));
        double middle = Math.max(Math.abs(recent[TAPS / 2]), Math.abs(recent[TAPS / 2 - 1]));
        if (middle < peak * NEAR_PEAK) {
            return;
        }
        for (int phase = 1; phase < OVERSAMPLING; phase++) {
            double between = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                between += PHASES[phase][tap] * recent[tap];
            }
            peak = Math.max(peak, Math.abs(between));
        }
    }

    double decibels() {
        return peak == 0 ? AudioAnalysis.SILENT : 20 * Math.log10(peak);
    }

    /// A windowed sinc at each fraction of a sample after the middle.
    private static double[][] phases() {
        double[][] phases = new double[OVERSAMPLING][TAPS];
        for (int phase = 0; phase < OVERSAMPLING; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - (TAPS / 2 - 1) - (double) phase / OVERSAMPLING;
                double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (TAPS / 2.0));
                phases[phase][tap] = sinc * window;
            }
        }
        return phases;
    }
}
