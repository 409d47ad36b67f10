package io.parler.conversion.audio;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import java.util.Collection;

/// Decides by how many steps each chunk is made louder or quieter, so that all are equally loud,
/// whichever voice speaks, and none is distorted.
final class LoudnessPlan {
    /// The loudness of all audio, in LUFS: what podcast apps expect of a mono file.
    private static final double TARGET = -19;

    /// The highest true peak, in dBTP.
    private static final double MAX_PEAK = -1;

    /// The loudness of less audio, such as of a title of one word, says little about the voice.
    private static final double MIN_SECONDS = 1.5;

    private final double typical;

    /// A chunk and its length.
    record Measured(AudioAnalysis analysis, double seconds) {
        boolean isReliable() {
            return seconds >= MIN_SECONDS && analysis.loudness() > AudioAnalysis.SILENT;
        }
    }

    private LoudnessPlan(double typical) {
        this.typical = typical;
    }

    static LoudnessPlan of(Collection<Measured> chunks) {
        double[] reliable =
                chunks.stream()
                        .filter(Measured::isReliable)
                        .mapToDouble(chunk -> chunk.analysis().loudness())
                        .sorted()
                        .toArray();
        return new LoudnessPlan(
                reliable.length == 0 ? AudioAnalysis.SILENT : reliable[reliable.length / 2]);
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
        long wanted = Math.round((TARGET - loudness) / Mp3.GAIN_STEP);
        long possible = (long) Math.floor((MAX_PEAK - chunk.analysis().peak()) / Mp3.GAIN_STEP);
        return (int) Math.min(wanted, possible);
    }
}
