package io.parler.conversion.mp3;

/// The sample rate (which determines the MPEG version) and the channels. Only frames of the same
/// format can be joined.
public record Mp3Format(int sampleRate, int channels) {
    public Mp3Format {
        if (sampleRate < 8_000 || sampleRate > 48_000 || channels < 1 || channels > 2) {
            throw new IllegalArgumentException(
                    "no MP3 has " + sampleRate + " Hz, " + channels + " channels");
        }
    }

    /// The number of samples in a frame: two granules of 576 in MPEG-1, one in MPEG-2 and 2.5.
    public int samplesPerFrame() {
        return sampleRate >= 32_000 ? 1152 : 576;
    }

    public double seconds(long frames) {
        return (double) frames * samplesPerFrame() / sampleRate;
    }

    /// The number of frames that is nearest to `milliseconds`.
    public int frames(long milliseconds) {
        return Math.toIntExact(Math.round(milliseconds / 1000.0 * sampleRate / samplesPerFrame()));
    }
}
