package io.parler.status.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every PostAudioStore does.
public abstract class PostAudioStoreContract {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final PostAddress POST = address("https://blog.example.com/queues");

    protected abstract PostAudioStore posts();

    @Test
    void theNewestIsFirstInWhateverOrderTheyWereStored() {
        List<ConversionId> ids = ids(25);
        List<ConversionId> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.forEach(id -> posts().put(AccountId.OWNER, POST, id));
        posts().put(AccountId.OWNER, POST, shuffled.getFirst());

        assertThat(posts().list(AccountId.OWNER, POST)).containsExactlyElementsOf(ids.reversed());
    }

    @Test
    void aDeletedOneLeavesTheOthers() {
        List<ConversionId> ids = ids(2);
        ids.forEach(id -> posts().put(AccountId.OWNER, POST, id));

        posts().delete(AccountId.OWNER, POST, ids.get(1));
        posts().delete(AccountId.OWNER, POST, ids.get(1));

        assertThat(posts().list(AccountId.OWNER, POST)).containsExactly(ids.get(0));
    }

    @Test
    void aPostOfAnotherAccountOrAddressIsAnother() {
        posts().put(AccountId.OWNER, POST, ids(1).getFirst());

        assertThat(posts().list(OTHER, POST)).isEmpty();
        assertThat(posts().list(AccountId.OWNER, address("https://blog.example.com/q"))).isEmpty();
    }

    @Test
    void anAddressMayBeLongerThanAKeyOfATable() {
        PostAddress longest = address("https://blog.example.com/" + "a".repeat(4000));
        posts().put(AccountId.OWNER, longest, ids(1).getFirst());

        assertThat(posts().list(AccountId.OWNER, longest)).hasSize(1);
    }

    private static PostAddress address(String url) {
        return PostAddress.of(url).orElseThrow();
    }

    private static List<ConversionId> ids(int count) {
        List<ConversionId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant time = Instant.parse("2026-11-20T10:15:30Z").plusSeconds(i);
            String hex = String.format(Locale.ROOT, "%012x", time.toEpochMilli());
            ids.add(
                    ConversionId.parse(
                                    hex.substring(0, 8)
                                            + "-"
                                            + hex.substring(8)
                                            + "-7c41-8f3a-2b6d5e7f9012")
                            .orElseThrow());
        }
        return ids;
    }
}
