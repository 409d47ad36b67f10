package io.parler.conversion.audio;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import java.util.Collection;

/// Decides by how many steps each chunk is made louder or quieter, so that all are equally loud,
/// whichever voice speaks, and none is distorted.
final class LoudnessPlan {
    /// The highest true peak, in dBTP.
    private static final double MAX_PEAK = -1;

    /// The loudness of less audio, such as of a title of one word, says little about the voice.
    private static final double MIN_SECONDS = 1.5;

    /// One chunk in so many may stay quieter than the others because of its peaks.
    private static final int CHUNKS_PER_EXCEPTION = 10;

    private final double typical;
    private final double target;

    /// A chunk and its length.
    record Measured(AudioAnalysis analysis, double seconds) {
        boolean isReliable() {
            return seconds >= MIN_SECONDS && analysis.loudness() > AudioAnalysis.SILENT;
        }
    }

    private LoudnessPlan(double typical, double target) {
        this.typical = typical;
        this.target = target;
    }

    static LoudnessPlan of(Collection<Measured> chunks, LoudnessTarget target) {
        double[] reliable =
                chunks.stream()
                        .filter(Measured::isReliable)
                        .mapToDouble(chunk -> chunk.analysis().loudness())
                        .sorted()
                        .toArray();
        return new LoudnessPlan(
                reliable.length == 0 ? AudioAnalysis.SILENT : reliable[reliable.length / 2],
                Math.min(target.lufs(), Math.max(LoudnessTarget.DEFAULT.lufs(), possible(chunks))));
    }

    /// How loud nearly all chunks can be made without distortion. A target above it would leave the
    /// chunks with high peaks quieter than their neighbors.
    private static double possible(Collection<Measured> chunks) {
        double[] possible =
                chunks.stream()
                        .filter(Measured::isReliable)
                        .mapToDouble(
                                chunk ->
                                        chunk.analysis().loudness()
                                                + MAX_PEAK
                                                - chunk.analysis().peak())
                        .sorted()
                        .toArray();
        return possible.length == 0
                ? LoudnessTarget.MAX
                : possible[possible.length / CHUNKS_PER_EXCEPTION];
    }

    /// The steps for a chunk, see [Mp3#withGain(int)].
    int steps(Measured chunk) {
        double loudness =
                chunk.isReliable() || typical == AudioAnalysis.SILENT
                        ? chunk.analysis().loudness()
                        : typical;
        if (loudness == AudioAnalysis.SILENT) {
            return 0;
        }
        long wanted = Math.round((target - loudness) / Mp3.GAIN_STEP);
        long possible = (long) Math.floor((MAX_PEAK - chunk.analysis().peak()) / Mp3.GAIN_STEP);
        return (int) Math.min(wanted, possible);
    }
}
