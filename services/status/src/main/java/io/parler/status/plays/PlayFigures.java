package io.parler.status.plays;

import io.parler.id.ConversionId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The plays of an account in a period.
///
/// @param days each day of the period, also those without a play
/// @param recordings those that were played, the most played first
public record PlayFigures(PlayCounts total, List<Day> days, List<Recording> recordings) {
    /// One day of all recordings, in UTC.
    public record Day(LocalDate day, PlayCounts counts) {}

    /// One recording on all days of the period.
    public record Recording(ConversionId id, String title, PlayCounts counts) {}

    private static final Comparator<Recording> MOST_PLAYED_FIRST =
            Comparator.comparingLong((Recording recording) -> recording.counts().plays())
                    .thenComparingLong(recording -> recording.counts().seconds())
                    .reversed()
                    .thenComparing(recording -> recording.id().toString());

    public static PlayFigures of(LocalDate first, LocalDate last, Stream<DailyPlays> plays) {
        Map<LocalDate, PlayCounts> byDay = new HashMap<>();
        Map<ConversionId, Recording> byRecording = new HashMap<>();
        plays.forEach(
                daily -> {
                    byDay.merge(daily.day(), daily.counts(), PlayCounts::plus);
                    byRecording.merge(
                            daily.recording(),
                            new Recording(daily.recording(), daily.title(), daily.counts()),
                            PlayFigures::sum);
                });
        return new PlayFigures(
                sum(byDay.values()),
                first.datesUntil(last.plusDays(1))
                        .map(day -> new Day(day, byDay.getOrDefault(day, PlayCounts.NONE)))
                        .toList(),
                byRecording.values().stream().sorted(MOST_PLAYED_FIRST).toList());
    }

    private static Recording sum(Recording one, Recording other) {
        return new Recording(one.id(), one.title(), one.counts().plus(other.counts()));
    }

    private static PlayCounts sum(Collection<PlayCounts> counts) {
        return counts.stream().reduce(PlayCounts.NONE, PlayCounts::plus);
    }
}
