package io.parler.polly.audio;

/// Encodes samples as Polly's pcm format: 16 bits, signed, little-endian.
public final class PcmEncoder {
    private PcmEncoder() {}

    public static byte[] encode(float[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            int value = Math.round(Math.clamp(samples[i], -1f, 1f) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }
}
