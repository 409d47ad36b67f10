package io.parler.status.plays;

import java.util.Set;

/// What a player reports of one listener since its last report. It says nothing about the listener.
///
/// @param started whether the listener pressed Play for the first time
/// @param tenths the tenths of the recording, 0 to 9, in which something was heard for the first
///     time
/// @param seconds how many seconds of the recording were heard
public record PlayReport(boolean started, Set<Integer> tenths, int seconds) {
    public PlayReport {
        tenths = Set.copyOf(tenths);
        if (seconds < 0 || !tenths.stream().allMatch(PlayReport::isTenth)) {
            throw new IllegalArgumentException("a report of " + tenths + ", " + seconds + " s");
        }
    }

    public static boolean isTenth(int tenth) {
        return tenth >= 0 && tenth < PlayCounts.TENTHS;
    }

    boolean isEmpty() {
        return !started && tenths.isEmpty() && seconds == 0;
    }

    /// The same with at most this long.
    PlayReport ofAtMost(int maxSeconds) {
        return seconds <= maxSeconds ? this : new PlayReport(started, tenths, maxSeconds);
    }
}
