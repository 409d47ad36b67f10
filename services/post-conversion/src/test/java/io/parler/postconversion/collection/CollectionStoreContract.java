package io.parler.postconversion.collection;

import static io.parler.postconversion.collection.CollectionStatus.PAUSED;
import static io.parler.postconversion.collection.CollectionStatus.PREPARING;
import static io.parler.postconversion.collection.CollectionStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every CollectionStore does.
public abstract class CollectionStoreContract {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final UUID FIRST = UUID.fromString("01a1f874-3e50-7c41-8f3a-000000000001");
    private static final UUID SECOND = UUID.fromString("01a1f874-3e50-7c41-8f3a-000000000002");

    protected abstract CollectionStore store();

    static PostCollection collection(UUID id) {
        return new PostCollection(
                id,
                AccountId.OWNER,
                OptionalLong.of(5_000),
                new CollectionRequest(
                        "https://blog.example.com/feed.xml",
                        50,
                        Optional.of("Joanna"),
                        Map.of("code", "skip")),
                Instant.parse("2026-11-20T10:15:30Z"),
                PREPARING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CollectionPost post(int number) {
        return CollectionPost.waiting(
                number,
                "https://blog.example.com/" + number,
                "Post " + number,
                new UUID(0x7000, 0x8000L + number));
    }

    @Test
    void aCollectionIsReadAsItWasStoredAndByItsAccountOnly() {
        store().create(collection(FIRST));
        store().create(collection(SECOND));
        assertThat(store().get(AccountId.OWNER, FIRST)).contains(collection(FIRST));
        assertThat(store().get(OTHER, FIRST)).isEmpty();
        assertThat(store().list(AccountId.OWNER))
                .extracting(PostCollection::id)
                .containsExactly(SECOND, FIRST);
        assertThat(store().list(OTHER)).isEmpty();
    }

    @Test
    void oneThatIsThereIsNotReplaced() {
        store().create(collection(FIRST));
        store().move(AccountId.OWNER, FIRST, Set.of(PREPARING), RUNNING);
        store().create(collection(FIRST));
        assertThat(status()).isEqualTo(RUNNING);
    }

    private CollectionStatus status() {
        return store().get(AccountId.OWNER, FIRST).orElseThrow().status();
    }

    @Test
    void aStatusChangesOnlyFromOneOfThese() {
        store().create(collection(FIRST));
        assertThat(store().move(AccountId.OWNER, FIRST, Set.of(RUNNING, PAUSED), PAUSED)).isFalse();
        assertThat(store().move(AccountId.OWNER, FIRST, Set.of(RUNNING, PREPARING), RUNNING))
                .isTrue();
        assertThat(status()).isEqualTo(RUNNING);
        assertThat(store().move(AccountId.OWNER, SECOND, Set.of(PREPARING), RUNNING)).isFalse();
    }

    @Test
    void titleQuoteProblemAndTokenAreStored() {
        store().create(collection(FIRST));
        Price price = new Price(12, new BigDecimal("0.0012"));
        store().setTitle(AccountId.OWNER, FIRST, "A blog");
        store().setQuote(AccountId.OWNER, FIRST, price);
        store().setProblem(AccountId.OWNER, FIRST, "Too few.");
        store().setApprovalToken(AccountId.OWNER, FIRST, "token");
        PostCollection stored = store().get(AccountId.OWNER, FIRST).orElseThrow();
        assertThat(stored.title()).contains("A blog");
        assertThat(stored.quote()).contains(price);
        assertThat(stored.problem()).contains("Too few.");
        assertThat(store().approvalToken(AccountId.OWNER, FIRST)).contains("token");
        assertThat(store().approvalToken(AccountId.OWNER, SECOND)).isEmpty();
    }

    @Test
    void theCapIsReplacedOrRemoved() {
        store().create(collection(FIRST));
        store().setMonthlyCap(AccountId.OWNER, FIRST, OptionalLong.of(7));
        assertThat(store().get(AccountId.OWNER, FIRST).orElseThrow().monthlyCap()).hasValue(7);
        store().setMonthlyCap(AccountId.OWNER, FIRST, OptionalLong.empty());
        assertThat(store().get(AccountId.OWNER, FIRST).orElseThrow().monthlyCap()).isEmpty();
        store().setMonthlyCap(AccountId.OWNER, SECOND, OptionalLong.empty());
        assertThat(store().get(AccountId.OWNER, SECOND)).isEmpty();
    }

    @Test
    void postsKeepTheirOrderAndAreFoundByTheirConversions() {
        store().create(collection(FIRST));
        List<CollectionPost> posts = List.of(post(0), post(1), post(10));
        store().addPosts(collection(FIRST), posts);
        assertThat(store().posts(FIRST)).isEqualTo(posts);
        assertThat(store().post(FIRST, 10)).contains(post(10));
        assertThat(store().post(FIRST, 2)).isEmpty();
        assertThat(store().ofConversion(post(10).conversion()))
                .contains(new CollectionStore.PostKey(AccountId.OWNER, FIRST, 10));
        assertThat(store().ofConversion(FIRST)).isEmpty();
    }

    @Test
    void aPostIsReplacedOnlyIfItHasTheStatusThatItHad() {
        store().create(collection(FIRST));
        store().addPosts(collection(FIRST), List.of(post(0)));
        CollectionPost started = post(0).with(new Price(5, new BigDecimal("0.1"))).started("token");
        assertThat(store().replace(FIRST, post(0), started)).isTrue();
        assertThat(store().replace(FIRST, post(0), post(0))).isFalse();
        assertThat(store().post(FIRST, 0)).contains(started);
        CollectionPost failed = started.ended(PostStatus.FAILED, 3, Optional.of("No voice."));
        assertThat(store().replace(FIRST, started, failed)).isTrue();
        assertThat(store().posts(FIRST)).containsExactly(failed);
        store().addPosts(collection(FIRST), List.of(post(0)));
        assertThat(store().posts(FIRST)).containsExactly(failed);
    }

    @Test
    void aPostIsReplacedOnlyIfItHasTheTokenThatItHad() {
        store().create(collection(FIRST));
        store().addPosts(collection(FIRST), List.of(post(0)));
        CollectionPost waiting = post(0).waitingWith("t0");
        assertThat(store().replace(FIRST, post(0), waiting)).isTrue();
        assertThat(store().replace(FIRST, post(0), post(0).waitingWith("t1"))).isFalse();
        assertThat(store().replace(FIRST, post(0).waitingWith("t1"), post(0))).isFalse();
        assertThat(store().post(FIRST, 0)).contains(waiting);
        CollectionPost started = waiting.started("t1");
        assertThat(store().replace(FIRST, waiting, started)).isTrue();
        assertThat(store().post(FIRST, 0)).contains(started);
    }

    @Test
    void nothingIsLeftOfADeletedCollection() {
        store().create(collection(FIRST));
        store().create(collection(SECOND));
        // More than DynamoDB deletes in one call.
        List<CollectionPost> posts =
                IntStream.range(0, 30).mapToObj(CollectionStoreContract::post).toList();
        store().addPosts(collection(FIRST), posts);
        store().delete(collection(FIRST));
        assertThat(store().list(AccountId.OWNER)).containsExactly(collection(SECOND));
        assertThat(store().posts(FIRST)).isEmpty();
        assertThat(posts)
                .allSatisfy(p -> assertThat(store().ofConversion(p.conversion())).isEmpty());
    }
}
