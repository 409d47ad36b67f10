package io.parler.frontend.aws;

import io.parler.frontend.podcast.PodcastStore;
import io.parler.frontend.podcast.PodcastStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoPodcastStoreIT extends PodcastStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Podcasts");

    @Override
    protected PodcastStore store() {
        return new DynamoPodcastStore(table.client(), table.name());
    }
}
