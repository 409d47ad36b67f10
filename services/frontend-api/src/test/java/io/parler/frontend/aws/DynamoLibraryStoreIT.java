package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.LibraryStore;
import io.parler.frontend.LibraryStoreContract;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoLibraryStoreIT extends LibraryStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Library");

    private final SettableClock clock = new SettableClock("2026-11-20T12:00:00Z");
    private final DynamoLibraryStore library =
            new DynamoLibraryStore(table.client(), table.name(), clock);

    @Override
    protected LibraryStore library() {
        return library;
    }

    @Test
    void aDeletedEntryLeavesATombstoneForThirtyDays() {
        library.put(completed(1, 1));
        library.delete(ACCOUNT, id(1));

        long gone = Instant.parse("2026-12-20T12:00:00Z").getEpochSecond();
        assertThat(table.items()).hasSize(1);
        assertThat(table.items().getFirst())
                .containsOnlyKeys("accountId", "id", "removedAt", "expiresAt")
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(gone)));
    }

    @Test
    void anEntryDoesNotExpire() {
        library.put(completed(1, 1));

        assertThat(table.items().getFirst()).doesNotContainKey("expiresAt");
    }
}
