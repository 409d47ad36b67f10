package io.parler.conversion.aws.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.aws.Environment;
import io.parler.conversion.aws.store.LocalBucket;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.events.Redelivery;
import io.parler.hash.Sha256;
import io.parler.id.AccountId;
import io.parler.testing.Contract;
import io.parler.testing.SqsBatch;
import io.parler.testing.TemplateFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConversionDeleterIT {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String OTHER_ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";
    private static final AccountId ACCOUNT = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    @RegisterExtension final LocalBucket bucket = new LocalBucket();

    private final ConversionDeleter deleter =
            new ConversionDeleter(bucket.client(), "bucket", Redelivery.afterVisibilityTimeout());

    @Test
    void everyFileOfAConversionIsDeletedAndItsIdRemembered() {
        put("audio/" + ID + "/a-post.mp3", "audio/" + ID + "/transcript.vtt");
        put("audio/" + ID + "/chapters.json", "audio/" + ID + "/script.json");
        put("finished/" + ID + ".json", "audio/" + OTHER_ID + "/a-post.mp3");

        assertThat(failures(Contract.event("conversion.deleted.v1"))).isEmpty();
        assertThat(failures(Contract.event("conversion.deleted.v1"))).isEmpty();

        assertThat(bucket.objects().keys())
                .containsExactlyInAnyOrder(
                        "bucket/audio/" + OTHER_ID + "/a-post.mp3", "bucket/deleted/" + ID);
    }

    @Test
    void theChunksAndPronunciationsOfAnAccountAreDeletedAndThoseOfOthersStay() {
        String sha = "a".repeat(64);
        String others = "chunks/acc_aaaaaaaaaaaaaaaa/" + sha + ".mp3";
        put("chunks/" + sha + ".mp3", others);
        put("chunks/" + new ChunkKey(ACCOUNT, sha).name() + ".mp3");
        put("chunks/" + new ChunkKey(ACCOUNT, sha).name() + ".json");
        put("pronunciations/" + Sha256.hexOfAll(ACCOUNT.storageKey()) + ".json");
        put("pronunciations/" + Sha256.hexOfAll("public") + ".json");

        assertThat(failures(Contract.event("account.deleted.v1"))).isEmpty();

        assertThat(bucket.objects().keys())
                .containsExactlyInAnyOrder(
                        "bucket/chunks/" + sha + ".mp3",
                        "bucket/" + others,
                        "bucket/pronunciations/" + Sha256.hexOfAll("public") + ".json");
    }

    @Test
    void theOwnersAccountIsNotDeleted() {
        put("chunks/" + "a".repeat(64) + ".mp3");

        assertThat(failures(Contract.event("account.deleted.v1").replace(ACCOUNT.value(), "owner")))
                .containsExactly("m-0");
        assertThat(bucket.objects().keys()).hasSize(1);
    }

    @Test
    void itReadsWhatItsTemplateSets() {
        assertThat(Environment.names(ConversionDeleter.Settings::of))
                .containsExactlyInAnyOrderElementsOf(
                        TemplateFunction.variables("ConversionDeleter"));
    }

    private void put(String... keys) {
        for (String key : keys) {
            bucket.objects().put("bucket/" + key, new byte[] {1});
        }
    }

    private List<String> failures(String... events) {
        return SqsBatch.failures(deleter, events);
    }
}
