package io.parler.bench.scale;

/// The quota of a voice provider: hands out times at which calls may start. Callers that share it
/// get their turns in the order in which they ask.
final class VoiceCalls {
    private final double spacing;
    private double last = Double.NEGATIVE_INFINITY;

    VoiceCalls(double callsPerSecond) {
        this.spacing = 1 / callsPerSecond;
    }

    /// The first free time from `earliest` on, which is then taken.
    double reserve(double earliest) {
        last = Math.max(earliest, last + spacing);
        return last;
    }
}
