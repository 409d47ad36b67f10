package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.DynamoMinuteCounter;
import io.parler.testing.Concurrently;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoMinuteCounterIT {
    private static final Instant MINUTE = Instant.parse("2026-11-20T10:15:00Z");

    @RegisterExtension final LocalTable table = LocalTable.of("Quotas");

    private final DynamoMinuteCounter counter =
            new DynamoMinuteCounter(table.client(), table.name());

    @Test
    void ofManyAtOnceNoMoreThanTheMostAreCounted() {
        assertThat(Concurrently.run(16, _ -> counter.count("public", MINUTE, 5)))
                .filteredOn(counted -> counted)
                .hasSize(5);
    }

    @Test
    void accountsAndMinutesAreCountedApart() {
        assertThat(counter.count("public", MINUTE, 1)).isTrue();
        assertThat(counter.count("public", MINUTE, 1)).isFalse();
        assertThat(counter.count("somebody", MINUTE, 1)).isTrue();
        assertThat(counter.count("public", MINUTE.plusSeconds(60), 1)).isTrue();
    }

    @Test
    void aMinuteExpires() {
        counter.count("public", MINUTE, 1);

        assertThat(table.items().getFirst().get("expiresAt"))
                .isEqualTo(AttributeValue.fromN(Long.toString(MINUTE.getEpochSecond() + 3_600)));
    }
}
