package io.parler.status.plays;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// Counts of plays.
///
/// @param plays how often somebody pressed Play
/// @param seconds how many seconds of the recording were heard
/// @param tenths for each tenth of the recording, in how many plays something of it was heard
public record PlayCounts(long plays, long seconds, List<Long> tenths) {
    /// The parts that a recording is divided into.
    public static final int TENTHS = 10;

    public static final PlayCounts NONE = new PlayCounts(0, 0, Collections.nCopies(TENTHS, 0L));

    public PlayCounts {
        tenths = List.copyOf(tenths);
        if (tenths.size() != TENTHS) {
            throw new IllegalArgumentException(tenths + " are not the tenths of a recording");
        }
    }

    public static PlayCounts of(PlayReport report) {
        return new PlayCounts(
                report.started() ? 1 : 0,
                report.seconds(),
                IntStream.range(0, TENTHS)
                        .mapToObj(tenth -> report.tenths().contains(tenth) ? 1L : 0L)
                        .toList());
    }

    public PlayCounts plus(PlayCounts other) {
        return new PlayCounts(
                plays + other.plays,
                seconds + other.seconds,
                IntStream.range(0, TENTHS)
                        .mapToObj(tenth -> tenths.get(tenth) + other.tenths.get(tenth))
                        .toList());
    }
}
