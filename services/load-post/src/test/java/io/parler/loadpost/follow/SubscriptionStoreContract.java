package io.parler.loadpost.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.problem.ProblemType;
import io.parler.request.OptionsParser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every store of subscriptions promises.
public abstract class SubscriptionStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final AccountId ACCOUNT = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final int LIMIT = 3;

    protected abstract SubscriptionStore store();

    private static Subscription subscription(int number) {
        return new Subscription(
                new SubscriptionId("sub_q7c2mzk4w5tdx3hbf6yaq2w" + (char) ('a' + number)),
                ACCOUNT,
                "https://harbour.example/feed.xml?" + number,
                "Harbour " + number,
                new SubscriptionSettings(
                        Optional.of("Joanna"),
                        new OptionsParser(new ArrayList<>())
                                .parse(Map.of("code", "skip", "include", List.of("b1"))),
                        true,
                        7,
                        false),
                new AccountLimits(OptionalLong.of(5000), OptionalLong.empty()),
                NOW.minus(Duration.ofDays(30)),
                "hash" + number,
                NOW.plusSeconds(number),
                NOW.plusSeconds(number),
                PollState.initial(NOW, NOW.plusSeconds(number)));
    }

    private static PollState polled() {
        return new PollState(
                NOW.plusSeconds(600),
                Optional.of(NOW),
                Optional.of(NOW.minusSeconds(60)),
                2,
                Optional.of(new PollProblem(ProblemType.SITE_REFUSED, "It answered 429.")),
                Optional.of(NOW.plusSeconds(300)),
                4,
                LocalDate.of(2026, 11, 20));
    }

    private static Subscription with(Subscription it, SubscriptionSettings settings) {
        return it.with(settings, new AccountLimits(OptionalLong.empty(), OptionalLong.of(3)), NOW);
    }

    private static SubscriptionSettings paused() {
        return new SubscriptionSettings(
                Optional.empty(), new OptionsParser(new ArrayList<>()).parse(null), false, 1, true);
    }

    @Test
    void aSubscriptionIsReturnedAsItWasStored() {
        Subscription stored = subscription(0);
        assertThat(store().add(stored, LIMIT)).isTrue();
        assertThat(store().get(stored.id())).contains(stored);
        assertThat(store().get(subscription(1).id())).isEmpty();
    }

    @Test
    void anAccountHasNoMoreThanTheLimit() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(store().add(subscription(i), LIMIT)).isTrue();
        }
        assertThat(store().add(subscription(3), LIMIT)).isFalse();
        assertThat(store().get(subscription(3).id())).isEmpty();
        store().delete(subscription(0));
        assertThat(store().add(subscription(3), LIMIT)).isTrue();
    }

    @Test
    void theSubscriptionsOfAnAccountAreListedOldestFirst() {
        store().add(subscription(1), LIMIT);
        store().add(subscription(0), LIMIT);
        assertThat(store().list(ACCOUNT.storageKey()))
                .containsExactly(subscription(0), subscription(1));
        assertThat(store().list("acc_other")).isEmpty();
    }

    @Test
    void settingsAndPollsAreReplacedIndependently() {
        Subscription before = subscription(0);
        store().add(before, LIMIT);
        store().replacePolls(before.id(), polled());
        assertThat(store().get(before.id()).orElseThrow().settings()).isEqualTo(before.settings());

        Subscription after = with(before, paused());
        assertThat(store().replace(after, before.hookHash(), Optional.empty())).isTrue();

        Subscription stored = store().get(before.id()).orElseThrow();
        assertThat(stored.settings()).isEqualTo(paused());
        assertThat(stored.limits()).isEqualTo(after.limits());
        assertThat(stored.polls()).isEqualTo(polled());

        store().replacePolls(before.id(), PollState.initial(NOW, NOW));
        stored = store().get(before.id()).orElseThrow();
        assertThat(stored.settings()).isEqualTo(paused());
        assertThat(stored.polls()).isEqualTo(PollState.initial(NOW, NOW));
    }

    @Test
    void aDeletedSubscriptionStaysDeleted() {
        Subscription deleted = subscription(0);
        store().add(deleted, LIMIT);
        store().delete(deleted);
        store().replacePolls(deleted.id(), polled());
        assertThat(store().replace(deleted, deleted.hookHash(), Optional.of(NOW))).isFalse();
        assertThat(store().get(deleted.id())).isEmpty();
        assertThat(store().findByHook(deleted.hookHash())).isEmpty();
        assertThat(store().list(ACCOUNT.storageKey())).isEmpty();
        assertThat(store().due(NOW.plusSeconds(9999), 10)).isEmpty();
        store().delete(deleted);
    }

    @Test
    void aSubscriptionIsFoundByItsCurrentHookOnly() {
        Subscription before = subscription(0);
        store().add(before, LIMIT);
        assertThat(store().findByHook("hash0")).contains(before.id());
        store().replace(before.withHook("other", NOW), "hash0", Optional.empty());
        assertThat(store().findByHook("hash0")).isEmpty();
        assertThat(store().findByHook("other")).contains(before.id());
    }

    @Test
    void theDueOnesAreListedTheLongestDueFirst() {
        store().add(subscription(2), LIMIT);
        store().add(subscription(0), LIMIT);
        store().add(subscription(1), LIMIT);
        assertThat(store().due(NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(store().due(NOW.plusSeconds(1), 10))
                .containsExactly(subscription(0).id(), subscription(1).id());
        assertThat(store().due(NOW.plusSeconds(9), 2))
                .containsExactly(subscription(0).id(), subscription(1).id());

        store().replace(with(subscription(0), paused()), "hash0", Optional.empty());
        assertThat(store().due(NOW.plusSeconds(1), 10)).containsExactly(subscription(1).id());
        store().replace(subscription(0), "hash0", Optional.of(NOW.minusSeconds(9)));
        assertThat(store().due(NOW, 10)).containsExactly(subscription(0).id());
    }

    @Test
    void aDueSubscriptionIsPostponedOnce() {
        Subscription due = subscription(0);
        store().add(due, LIMIT);
        Instant later = NOW.plusSeconds(600);
        assertThat(store().postpone(due.id(), NOW.minusSeconds(1), later)).isFalse();
        assertThat(store().postpone(due.id(), NOW, later)).isTrue();
        assertThat(store().postpone(due.id(), NOW, later)).isFalse();
        assertThat(store().get(due.id()).orElseThrow().polls().dueAt()).isEqualTo(later);
        assertThat(store().postpone(subscription(1).id(), NOW, later)).isFalse();
    }

    @Test
    void aLeaseHoldsUntilItEndsOrIsReleased() {
        assertThat(store().lease("host#a", NOW, NOW.plusSeconds(10))).isTrue();
        assertThat(store().lease("host#a", NOW.plusSeconds(9), NOW.plusSeconds(19))).isFalse();
        assertThat(store().lease("host#b", NOW, NOW.plusSeconds(10))).isTrue();
        assertThat(store().lease("host#a", NOW.plusSeconds(10), NOW.plusSeconds(20))).isTrue();
        store().release("host#a");
        assertThat(store().lease("host#a", NOW.plusSeconds(11), NOW.plusSeconds(21))).isTrue();
    }
}
