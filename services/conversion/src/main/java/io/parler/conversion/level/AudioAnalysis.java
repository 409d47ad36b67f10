package io.parler.conversion.level;

import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.UnreadableAudioException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is measured of some audio.
///
/// @param loudness in LUFS; [#SILENT] if there is only silence
/// @param peak the true peak, in dBTP
/// @param pauses the quiet parts, in order
public record AudioAnalysis(double loudness, double peak, List<Pause> pauses) {
    private static final Logger LOG = LoggerFactory.getLogger(AudioAnalysis.class);

    /// The absolute gate of ITU-R BS.1770: what is less loud isn't counted.
    public static final double SILENT = -70;

    /// The steps by which audio is made quieter before it is decoded, because the decoder cuts off
    /// what is above full scale.
    private static final int HEADROOM = -4;

    public AudioAnalysis {
        pauses = List.copyOf(pauses);
    }

    /// A quiet part, in milliseconds since the start.
    public record Pause(int start, int end) {
        public int length() {
            return end - start;
        }
    }

    /// Empty if the audio can't be decoded: it is used as it is.
    public static Optional<AudioAnalysis> of(Mp3 audio) {
        try {
            return Optional.of(measure(audio));
        } catch (UnreadableAudioException e) {
            LOG.atWarn().setCause(e).log("some audio could not be measured");
            return Optional.empty();
        }
    }

    private static AudioAnalysis measure(Mp3 audio) {
        int sampleRate = audio.run().format().sampleRate();
        int channels = audio.run().format().channels();
        LoudnessMeter loudness = new LoudnessMeter(sampleRate, channels);
        PeakMeter peak = new PeakMeter(channels);
        PauseFinder pauses = new PauseFinder(sampleRate, channels);
        SampleReader.read(
                audio.withGain(HEADROOM),
                (samples, length) -> {
                    loudness.add(samples, length);
                    peak.add(samples, length);
                    pauses.add(samples, length);
                });
        double softer = HEADROOM * Mp3.GAIN_STEP;
        return new AudioAnalysis(
                loudness.lufs() == SILENT ? SILENT : loudness.lufs() - softer,
                peak.decibels() == SILENT ? SILENT : peak.decibels() - softer,
                pauses.pauses());
    }
}
