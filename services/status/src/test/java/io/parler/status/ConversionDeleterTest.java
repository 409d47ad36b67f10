package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.problem.UnavailableException;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversionDeleterTest {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final ConversionId id = LongPollTest.idCreatedAt(clock.instant());
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final List<String> published = new ArrayList<>();
    private final List<State> readBefore = new ArrayList<>();
    private boolean unavailable;
    private final ConversionDeleter deleter =
            new ConversionDeleter(
                    conversions,
                    (deleted, account) -> {
                        if (unavailable) {
                            throw new UnavailableException("the topic");
                        }
                        published.add(deleted + " " + account);
                    },
                    deleted -> readBefore.add(conversions.get(deleted).orElseThrow().state()),
                    clock);

    @Test
    void aDeletedConversionIsPublishedAndRemembered() {
        conversions.put(id, Histories.REQUEST);

        assertThat(deleter.delete(id, AccountId.OWNER)).isTrue();
        assertThat(deleter.delete(id, AccountId.OWNER)).isTrue();

        assertThat(published).hasSize(2).containsOnly(id + " owner");
        assertThat(conversions.get(id))
                .map(Conversion::state)
                .contains(new State.Deleted(clock.instant()));
        assertThat(readBefore).first().isInstanceOf(State.Queued.class);
    }

    @Test
    void anotherAccountHasNoSuchConversionDeletedOrNot() {
        conversions.put(id, Histories.REQUEST);

        assertThat(deleter.delete(id, OTHER)).isFalse();
        assertThat(published).isEmpty();

        deleter.delete(id, AccountId.OWNER);
        assertThat(deleter.delete(id, OTHER)).isFalse();
    }

    @Test
    void anUnknownConversionMayBeKnownInAMoment() {
        assertThatThrownBy(() -> deleter.delete(id, AccountId.OWNER))
                .isInstanceOf(UnavailableException.class);

        clock.advance(Duration.ofSeconds(31));
        assertThat(deleter.delete(id, AccountId.OWNER)).isFalse();
    }

    @Test
    void aConversionIsNotDeletedUntilTheEventIsDurable() {
        conversions.put(id, Histories.REQUEST);
        unavailable = true;

        assertThatThrownBy(() -> deleter.delete(id, AccountId.OWNER))
                .isInstanceOf(UnavailableException.class);
        assertThat(conversions.get(id)).map(Conversion::state).contains(new State.Queued());
    }
}
