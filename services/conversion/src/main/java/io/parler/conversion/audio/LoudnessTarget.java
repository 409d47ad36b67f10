package io.parler.conversion.audio;

/// How loud all audio is made.
///
/// @param lufs the loudness of a mono file, in LUFS by BS.1770
public record LoudnessTarget(int lufs) {
    public static final int MIN = -23;
    public static final int MAX = -16;

    /// What podcast apps expect of a mono file.
    public static final LoudnessTarget DEFAULT = new LoudnessTarget(-19);

    public LoudnessTarget {
        if (lufs < MIN || lufs > MAX) {
            throw new IllegalArgumentException("not from " + MIN + " to " + MAX + ": " + lufs);
        }
    }
}
