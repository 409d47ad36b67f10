package io.parler.conversion.aws.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.aws.S3InMemory;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.ChunkStoreContract;
import io.parler.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3ChunkStoreIT extends ChunkStoreContract {
    @RegisterExtension final LocalBucket bucket = new LocalBucket();

    private final SettableClock clock = new SettableClock(S3InMemory.LAST_MODIFIED.toString());
    private final ChunkStore chunks =
            new S3ChunkStore(new S3Objects(bucket.client(), "bucket"), clock);

    @Override
    protected ChunkStore chunks() {
        return chunks;
    }

    /// The bucket deletes chunks after 90 days, perhaps during a join.
    @Test
    void aChunkIsUsedForLessThan85Days() {
        chunks.put(CHUNK, AUDIO, KEPT);

        clock.advance(Duration.ofDays(85).minusSeconds(1));
        assertThat(chunks.get(CHUNK)).contains(KEPT);

        clock.advance(Duration.ofSeconds(1));
        assertThat(chunks.get(CHUNK)).isEmpty();
    }

    @Test
    void withoutMetadataThereIsNoChunk() {
        chunks.put(CHUNK, AUDIO, KEPT);
        bucket.objects().delete("bucket/chunks/" + CHUNK.sha256() + ".json");

        assertThat(chunks.get(CHUNK)).isEmpty();
    }
}
