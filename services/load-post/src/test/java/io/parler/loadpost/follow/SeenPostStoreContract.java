package io.parler.loadpost.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every store of known posts promises.
public abstract class SeenPostStoreContract {
    private static final SubscriptionId ID = new SubscriptionId("sub_q7c2mzk4w5tdx3hbf6yaq2wa");
    private static final SubscriptionId OTHER = new SubscriptionId("sub_q7c2mzk4w5tdx3hbf6yaq2wb");

    protected abstract SeenPostStore posts();

    private static SeenPost post(int number) {
        return new SeenPost("post" + number, Set.of("g" + number, "a" + number), "text", 1);
    }

    @Test
    void postsAreListedBySubscription() {
        posts().put(ID, List.of(post(1), post(2)));
        posts().put(OTHER, List.of(post(3)));
        assertThat(posts().list(ID)).containsExactlyInAnyOrder(post(1), post(2));
    }

    @Test
    void aPostReplacesTheEarlierOneOfItsId() {
        posts().put(ID, List.of(post(1)));
        SeenPost later = new SeenPost("post1", Set.of("g1", "g7"), "edited", 2);
        posts().put(ID, List.of(later));
        assertThat(posts().list(ID)).containsExactly(later);
    }

    @Test
    void manyPostsAreStoredAndDeleted() {
        posts().put(ID, IntStream.range(0, 80).mapToObj(SeenPostStoreContract::post).toList());
        posts().put(OTHER, List.of(post(3)));
        posts().put(ID, List.of());
        assertThat(posts().list(ID)).hasSize(80);
        posts().delete(ID);
        posts().delete(ID);
        assertThat(posts().list(ID)).isEmpty();
        assertThat(posts().list(OTHER)).hasSize(1);
    }
}
