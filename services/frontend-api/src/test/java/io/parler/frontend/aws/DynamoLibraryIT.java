package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.frontend.Library;
import io.parler.frontend.LibraryContract;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class DynamoLibraryIT extends LibraryContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Library");

    private final SettableClock clock = new SettableClock("2026-11-20T12:00:00Z");
    private final DynamoLibrary library = new DynamoLibrary(table.client(), table.name(), clock);

    @Override
    protected Library library() {
        return library;
    }

    @Test
    void aRemovedEntryLeavesAMarkForThirtyDaysAndNothingElse() {
        library.keep(finished(1, 1));
        library.remove(ACCOUNT, id(1));

        long gone = Instant.parse("2026-12-20T12:00:00Z").getEpochSecond();
        assertThat(table.items()).hasSize(1);
        assertThat(table.items().getFirst())
                .containsOnlyKeys("accountId", "id", "removedAt", "expiresAt")
                .containsEntry("expiresAt", AttributeValue.fromN(Long.toString(gone)));
    }

    @Test
    void anEntryDoesNotExpire() {
        library.keep(finished(1, 1));

        assertThat(table.items().getFirst()).doesNotContainKey("expiresAt");
    }

    @Test
    void anOutageIsThrown() {
        table.drop();

        assertThatThrownBy(() -> library.keep(finished(1, 1)))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> library.remove(ACCOUNT, id(1)))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> library.page(ACCOUNT, 10, Optional.empty()))
                .isInstanceOf(DynamoDbException.class);
    }
}
