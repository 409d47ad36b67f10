package io.parler.polly.audio;

/// Turns down loud passages before their peaks, so that no sample is above the ceiling and none is
/// clipped.
public final class Limiter {
    /// 1.5 dB below full scale: between two samples the sound may be a little louder than at them.
    private static final float CEILING = (float) Math.pow(10, -1.5 / 20);

    private static final double LOOK_AHEAD_SECONDS = .004;

    private Limiter() {}

    /// The samples, with a gain that falls over the time before a peak and rises after it.
    public static float[] limit(float[] samples, int sampleRate) {
        int window = Math.max(1, (int) (sampleRate * LOOK_AHEAD_SECONDS));
        float[] gains = gains(samples);
        if (gains.length == 0) {
            return samples;
        }
        // Each step: to reach a peak's gain within the window.
        float step = 1f / window;
        for (int i = gains.length - 2; i >= 0; i--) {
            gains[i] = Math.min(gains[i], gains[i + 1] + step);
        }
        for (int i = 1; i < gains.length; i++) {
            gains[i] = Math.min(gains[i], gains[i - 1] + step / 4);
        }
        float[] limited = new float[samples.length];
        for (int i = 0; i < samples.length; i++) {
            limited[i] = samples[i] * gains[i];
        }
        return limited;
    }

    /// The gain that each sample needs; empty if all need none.
    private static float[] gains(float[] samples) {
        float[] gains = new float[samples.length];
        boolean loud = false;
        for (int i = 0; i < samples.length; i++) {
            float value = Math.abs(samples[i]);
            gains[i] = value > CEILING ? CEILING / value : 1;
            loud |= value > CEILING;
        }
        return loud ? gains : new float[0];
    }
}
