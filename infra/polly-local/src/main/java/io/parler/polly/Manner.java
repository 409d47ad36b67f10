package io.parler.polly;

/// How a word is said: factors on its speed and pitch, and decibels on its volume.
public record Manner(double rate, double pitch, double decibels) {
    public static final Manner PLAIN = new Manner(1, 1, 0);

    /// Silence, for `volume="silent"`.
    static final double SILENT = Double.NEGATIVE_INFINITY;

    /// This manner inside another one: rate and pitch multiply, decibels add.
    Manner and(Manner inner) {
        return new Manner(rate * inner.rate, pitch * inner.pitch, decibels + inner.decibels);
    }

    /// The factor on the samples.
    public double gain() {
        return Math.pow(10, decibels / 20);
    }
}
