package io.parler.frontend.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every implementation of [PodcastStore] promises.
public abstract class PodcastStoreContract {
    protected abstract PodcastStore store();

    @Test
    void aShowIsFoundAsItWasStored() {
        Podcast bare = Samples.podcast(1);
        Podcast full = Samples.podcast(2, Samples.fullSettings());
        store().add(bare, 20);
        store().add(full, 20);

        assertThat(store().get(bare.id())).contains(bare);
        assertThat(store().get(full.id())).contains(full);
        assertThat(store().get(Samples.id(3))).isEmpty();
        assertThat(store().list(Samples.ACCOUNT)).containsExactly(bare, full);
        assertThat(store().list("somebody")).isEmpty();
    }

    @Test
    void anAccountHasNoMoreThanTheLimit() {
        assertThat(store().add(Samples.podcast(1), 2)).isTrue();
        assertThat(store().add(Samples.podcast(2), 2)).isTrue();
        assertThat(store().add(Samples.podcast(3), 2)).isFalse();

        assertThat(store().get(Samples.id(3))).isEmpty();
        assertThat(store().ids(Samples.ACCOUNT)).hasSize(2);
    }

    @Test
    void onlyAShowThatExistsIsReplaced() {
        Podcast podcast = Samples.podcast(1);
        Podcast changed = podcast.withSecret("another", podcast.updatedAt());
        assertThat(store().replace(changed)).isFalse();

        store().add(podcast, 20);
        assertThat(store().replace(changed)).isTrue();
        assertThat(store().get(podcast.id())).isEqualTo(Optional.of(changed));
    }

    @Test
    void anInterruptedDeletionCanBeRepeated() {
        Podcast podcast = Samples.podcast(1);
        store().add(podcast, 20);

        store().delete(podcast.id());
        assertThat(store().list(Samples.ACCOUNT)).isEmpty();
        assertThat(store().ids(Samples.ACCOUNT)).containsExactly(podcast.id());

        store().delete(podcast.id());
        store().forget(Samples.ACCOUNT, podcast.id());
        store().forget(Samples.ACCOUNT, podcast.id());
        assertThat(store().ids(Samples.ACCOUNT)).isEqualTo(List.of());
    }
}
