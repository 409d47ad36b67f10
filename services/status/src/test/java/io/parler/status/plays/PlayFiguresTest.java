package io.parler.status.plays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parler.id.ConversionId;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlayFiguresTest {
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    private static final ConversionId QUEUES = id("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012");
    private static final ConversionId CRON = id("01a1f874-3e51-7c41-8f3a-2b6d5e7f9012");

    @Test
    void everyDayOfThePeriodIsThereAndTheMostPlayedIsFirst() {
        PlayFigures figures =
                PlayFigures.of(
                        MONDAY,
                        MONDAY.plusDays(2),
                        Stream.of(
                                day(CRON, MONDAY, 1, 60),
                                day(QUEUES, MONDAY, 1, 10),
                                day(QUEUES, MONDAY.plusDays(2), 1, 20)));

        assertThat(figures.total().plays()).isEqualTo(3);
        assertThat(figures.total().seconds()).isEqualTo(90);
        assertThat(figures.days())
                .extracting(PlayFigures.Day::day, day -> day.counts().plays())
                .containsExactly(
                        tuple(MONDAY, 2L),
                        tuple(MONDAY.plusDays(1), 0L),
                        tuple(MONDAY.plusDays(2), 1L));
        assertThat(figures.recordings())
                .extracting(PlayFigures.Recording::id, recording -> recording.counts().seconds())
                .containsExactly(tuple(QUEUES, 30L), tuple(CRON, 60L));
    }

    private static DailyPlays day(ConversionId id, LocalDate day, int plays, int seconds) {
        return new DailyPlays(
                day, id, "A title", PlayCounts.of(new PlayReport(plays > 0, Set.of(0), seconds)));
    }

    private static ConversionId id(String text) {
        return ConversionId.parse(text).orElseThrow();
    }
}
