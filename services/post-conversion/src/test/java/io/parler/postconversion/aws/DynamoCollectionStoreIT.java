package io.parler.postconversion.aws;

import io.parler.postconversion.collection.CollectionStore;
import io.parler.postconversion.collection.CollectionStoreContract;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoCollectionStoreIT extends CollectionStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Collections");

    @Override
    protected CollectionStore store() {
        return new DynamoCollectionStore(
                table.client(), table.name(), new SettableClock("2026-11-20T10:15:30Z"));
    }
}
