package io.parler.loadpost.aws;

import io.parler.loadpost.follow.SubscriptionStore;
import io.parler.loadpost.follow.SubscriptionStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSubscriptionStoreIT extends SubscriptionStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Subscriptions");

    private final DynamoSubscriptionStore store =
            new DynamoSubscriptionStore(table.client(), table.name());

    @Override
    protected SubscriptionStore store() {
        return store;
    }
}
