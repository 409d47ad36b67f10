package io.parler.frontend.aws;

import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.EpisodeStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoEpisodeStoreIT extends EpisodeStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Episodes");

    @Override
    protected EpisodeStore store() {
        return new DynamoEpisodeStore(table.client(), table.name());
    }
}
