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
        return clock(whole) + (whole < 3600 ? " min" : " h");
    }

    /// `0:12`, `3:04`, `1:02:03`
    static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / 3600,
                        seconds / 60 % 60,
                        seconds % 60);
    }
}
