package io.parler.loadpost.aws;

import io.parler.loadpost.follow.SeenPostStore;
import io.parler.loadpost.follow.SeenPostStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSeenPostStoreIT extends SeenPostStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("SeenPosts");

    private final DynamoSeenPostStore posts = new DynamoSeenPostStore(table.client(), table.name());

    @Override
    protected SeenPostStore posts() {
        return posts;
    }
}
