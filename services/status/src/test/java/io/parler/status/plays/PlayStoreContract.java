package io.parler.status.plays;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/// What every PlayStore does.
public abstract class PlayStoreContract {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final ConversionId RECORDING = id("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012");
    private static final ConversionId ANOTHER = id("01a1f874-3e51-7c41-8f3a-2b6d5e7f9012");
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    protected abstract PlayStore plays();

    @Test
    void reportsOfADayAddUp() {
        add(AccountId.OWNER, RECORDING, DAY, new PlayReport(true, Set.of(0, 1), 30));
        add(AccountId.OWNER, RECORDING, DAY, new PlayReport(false, Set.of(2), 12));
        add(AccountId.OWNER, RECORDING, DAY, new PlayReport(true, Set.of(0), 3));

        assertThat(plays().list(AccountId.OWNER, DAY, DAY))
                .singleElement()
                .satisfies(
                        plays -> {
                            assertThat(plays.day()).isEqualTo(DAY);
                            assertThat(plays.recording()).isEqualTo(RECORDING);
                            assertThat(plays.title()).isEqualTo("Queues");
                            assertThat(plays.counts().plays()).isEqualTo(2);
                            assertThat(plays.counts().seconds()).isEqualTo(45);
                            assertThat(plays.counts().tenths())
                                    .containsExactly(2L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
                        });
    }

    @Test
    void reportsAtTheSameTimeAllCount() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 40; i++) {
                threads.execute(
                        () ->
                                add(
                                        AccountId.OWNER,
                                        RECORDING,
                                        DAY,
                                        new PlayReport(true, Set.of(9), 1)));
            }
        }

        assertThat(plays().list(AccountId.OWNER, DAY, DAY))
                .singleElement()
                .satisfies(
                        plays -> {
                            assertThat(plays.counts().plays()).isEqualTo(40);
                            assertThat(plays.counts().tenths().get(9)).isEqualTo(40);
                        });
    }

    @Test
    void aPeriodHasItsDaysOnlyAcrossMonths() {
        for (LocalDate day = DAY.minusDays(40);
                !day.isAfter(DAY.plusDays(3));
                day = day.plusDays(1)) {
            add(AccountId.OWNER, RECORDING, day, new PlayReport(true, Set.of(), 0));
        }

        assertThat(
                        plays().list(
                                        AccountId.OWNER,
                                        LocalDate.parse("2026-10-31"),
                                        LocalDate.parse("2026-12-01"))
                                .map(DailyPlays::day)
                                .sorted())
                .containsExactlyElementsOf(
                        LocalDate.parse("2026-10-31")
                                .datesUntil(LocalDate.parse("2026-12-02"))
                                .toList());
    }

    @Test
    void anAccountSeesItsOwn() {
        add(AccountId.OWNER, RECORDING, DAY, new PlayReport(true, Set.of(), 1));

        assertThat(plays().list(OTHER, DAY, DAY)).isEmpty();
    }

    @Test
    void aDeletedRecordingLeavesTheOthers() {
        add(AccountId.OWNER, RECORDING, DAY.plusDays(35), new PlayReport(true, Set.of(), 1));
        add(AccountId.OWNER, RECORDING, DAY, new PlayReport(true, Set.of(), 1));
        add(AccountId.OWNER, ANOTHER, DAY, new PlayReport(true, Set.of(), 1));

        plays().delete(AccountId.OWNER, RECORDING, DAY.plusDays(40));
        plays().delete(AccountId.OWNER, RECORDING, DAY.plusDays(40));

        assertThat(plays().list(AccountId.OWNER, DAY.minusDays(60), DAY.plusDays(60)))
                .extracting(DailyPlays::recording)
                .containsExactly(ANOTHER);
    }

    private void add(AccountId account, ConversionId recording, LocalDate day, PlayReport report) {
        plays().add(account, new DailyPlays(day, recording, "Queues", PlayCounts.of(report)));
    }

    private static ConversionId id(String text) {
        return ConversionId.parse(text).orElseThrow();
    }
}
