package io.parler.cli;

import java.util.Locale;

/// Formats lengths of time for people.
final class TimeFormat {
    private TimeFormat() {}

    /// `12 s`, `3:04 min`, `1:02:03 h`
    static String length(double seconds) {
        long whole = (long) seconds;
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60)
                : String.format(
                        Locale.ROOT, "%d:%02d:%02d h", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
