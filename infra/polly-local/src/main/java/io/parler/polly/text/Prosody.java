package io.parler.polly.text;

/// How a word is spoken: factors on speed and pitch, and decibels on the volume.
public record Prosody(double rate, double pitch, double decibels) {
    public static final Prosody NORMAL = new Prosody(1, 1, 0);

    /// The volume of `volume="silent"`.
    public static final double SILENT = Double.NEGATIVE_INFINITY;

    /// The prosody of an element inside an element with this one: factors multiply, decibels add.
    public Prosody nest(Prosody inner) {
        return new Prosody(rate * inner.rate, pitch * inner.pitch, decibels + inner.decibels);
    }

    /// The volume as a factor on the samples.
    public double gain() {
        return Math.pow(10, decibels / 20);
    }
}
