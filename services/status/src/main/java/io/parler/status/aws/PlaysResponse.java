package io.parler.status.aws;

import io.parler.status.plays.PlayCounts;
import io.parler.status.plays.PlayFigures;
import java.time.LocalDate;
import java.util.List;

/// The response of `GET /v1/plays`.
record PlaysResponse(
        String from,
        String to,
        CountsBody total,
        List<DayBody> days,
        List<RecordingBody> recordings) {
    /// The most recordings that are listed.
    static final int MAX_RECORDINGS = 200;

    record CountsBody(long plays, long seconds) {
        static CountsBody of(PlayCounts counts) {
            return new CountsBody(counts.plays(), counts.seconds());
        }
    }

    record DayBody(String day, long plays, long seconds) {}

    record RecordingBody(String id, String title, long plays, long seconds, List<Long> tenths) {}

    static PlaysResponse of(LocalDate from, LocalDate to, PlayFigures figures) {
        return new PlaysResponse(
                from.toString(),
                to.toString(),
                CountsBody.of(figures.total()),
                figures.days().stream().map(PlaysResponse::day).toList(),
                figures.recordings().stream()
                        .limit(MAX_RECORDINGS)
                        .map(PlaysResponse::recording)
                        .toList());
    }

    private static DayBody day(PlayFigures.Day day) {
        return new DayBody(day.day().toString(), day.counts().plays(), day.counts().seconds());
    }

    private static RecordingBody recording(PlayFigures.Recording recording) {
        PlayCounts counts = recording.counts();
        return new RecordingBody(
                recording.id().toString(),
                recording.title(),
                counts.plays(),
                counts.seconds(),
                counts.tenths());
    }
}
