package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.status.plays.DailyPlays;
import io.parler.status.plays.PlayCounts;
import io.parler.status.plays.PlayReport;
import io.parler.status.plays.PlayStore;
import io.parler.status.plays.PlayStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPlayStoreIT extends PlayStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Plays");

    private final DynamoPlayStore plays = new DynamoPlayStore(table.client(), table.name());

    @Override
    protected PlayStore plays() {
        return plays;
    }

    @Test
    void aDayExpiresAfter800Days() {
        plays.add(
                AccountId.OWNER,
                new DailyPlays(
                        LocalDate.parse("2026-11-28"),
                        ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow(),
                        "Queues",
                        PlayCounts.of(new PlayReport(true, Set.of(), 0))));

        assertThat(table.client().scan(scan -> scan.tableName(table.name())).items())
                .singleElement()
                .satisfies(
                        item ->
                                assertThat(
                                                Instant.ofEpochSecond(
                                                        Long.parseLong(
                                                                Objects.requireNonNull(
                                                                                item.get(
                                                                                        "expiresAt"))
                                                                        .n())))
                                        .isEqualTo("2029-02-05T00:00:00Z"));
    }
}
