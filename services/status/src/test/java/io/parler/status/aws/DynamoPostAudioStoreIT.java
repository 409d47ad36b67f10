package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.status.listen.PostAudioStore;
import io.parler.status.listen.PostAudioStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class DynamoPostAudioStoreIT extends PostAudioStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("PostAudio");

    private final DynamoPostAudioStore posts =
            new DynamoPostAudioStore(table.client(), table.name());

    @Override
    protected PostAudioStore posts() {
        return posts;
    }

    @Test
    void oneReadFindsTheNewestOfMany() {
        PostAddress post = PostAddress.of("https://blog.example.com/queues").orElseThrow();
        for (int i = 10; i < 40; i++) {
            posts.put(
                    AccountId.OWNER,
                    post,
                    ConversionId.parse("01a1f874-3e" + i + "-7c41-8f3a-2b6d5e7f9012")
                            .orElseThrow());
        }

        assertThat(posts.list(AccountId.OWNER, post).findFirst())
                .map(ConversionId::toString)
                .hasValue("01a1f874-3e39-7c41-8f3a-2b6d5e7f9012");
        assertThat(table.requests(QueryRequest.class)).hasSize(1);
    }
}
