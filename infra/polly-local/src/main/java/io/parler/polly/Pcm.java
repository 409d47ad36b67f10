package io.parler.polly;

/// Samples as Polly's pcm: 16 bits, signed, little-endian.
final class Pcm {
    private Pcm() {}

    static byte[] bytes(float[] samples) {
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            int value = Math.round(Math.clamp(samples[i], -1f, 1f) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }
}
