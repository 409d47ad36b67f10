package io.parler.frontend.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.frontend.LibraryEntry.Completed;
import org.junit.jupiter.api.Test;

/// What every implementation of [EpisodeStore] promises.
public abstract class EpisodeStoreContract {
    private static final PodcastId SHOW = Samples.id(1);

    protected abstract EpisodeStore store();

    @Test
    void anEpisodeIsFoundAsItWasStored() {
        Episode bare = Episode.of(SHOW, Samples.text(1));
        Episode full = Episode.of(SHOW, Samples.conversion(2, "https://blog.example.com/a"));
        assertThat(store().put(bare)).isTrue();
        assertThat(store().put(full)).isTrue();

        assertThat(store().get(SHOW, bare.postId())).contains(bare);
        assertThat(store().get(SHOW, full.postId())).contains(full);
        assertThat(store().list(SHOW)).containsExactlyInAnyOrder(bare, full);
        assertThat(store().list(Samples.id(2))).isEmpty();
    }

    @Test
    void aWriteFailsWhenAnotherCameBetween() {
        Episode first = episode();
        assertThat(store().put(first)).isTrue();
        assertThat(store().put(first)).isFalse();

        Episode second = first.chosen().next();
        assertThat(store().put(second)).isTrue();
        assertThat(store().put(first.takenOut().next())).isFalse();
        assertThat(store().delete(first)).isFalse();
        assertThat(store().list(SHOW)).containsExactly(second);
        assertThat(store().delete(second)).isTrue();
        assertThat(store().delete(second)).isTrue();
        assertThat(store().list(SHOW)).isEmpty();
    }

    @Test
    void allEpisodesOfAShowAreDeleted() {
        for (int i = 1; i <= 60; i++) {
            store().put(Episode.of(SHOW, Samples.conversion(i, "https://blog.example.com/" + i)));
        }
        Episode other = Episode.of(Samples.id(2), Samples.text(1));
        store().put(other);

        store().deleteAll(SHOW);

        assertThat(store().list(SHOW)).isEmpty();
        assertThat(store().list(Samples.id(2))).containsExactly(other);
    }

    private static Episode episode() {
        Completed conversion = Samples.conversion(1, "https://blog.example.com/a");
        return Episode.of(SHOW, conversion);
    }
}
