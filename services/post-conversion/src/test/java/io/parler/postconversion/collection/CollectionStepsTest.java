package io.parler.postconversion.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.parler.id.AccountId;
import io.parler.id.UuidV7Generator;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Quota;
import io.parler.postconversion.usage.Reservation;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.problem.UnavailableException;
import io.parler.testing.SettableClock;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollectionStepsTest {
    private static final AccountId OWNER = AccountId.OWNER;
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final UUID ID = UUID.fromString("01a1f874-3e50-7c41-8f3a-000000000001");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final Quota quota = new Quota(usage, new MonthlyCaps(10_000, 20_000), clock);
    private final CollectionStoreInMemory store = new CollectionStoreInMemory();
    private final PostSourceInMemory source = new PostSourceInMemory();
    private final WorkflowInMemory workflow = new WorkflowInMemory();
    private final List<Integer> converted = new ArrayList<>();
    private boolean topicIsUnavailable;
    private final CollectionSteps steps =
            new CollectionSteps(
                    store,
                    source,
                    quota,
                    (collection, post) -> {
                        if (topicIsUnavailable) {
                            throw new UnavailableException("the topic");
                        }
                        converted.add(post.number());
                    },
                    workflow,
                    new UuidV7Generator(clock));
    private final CollectionActions actions = new CollectionActions(store, workflow, steps);
    private final CollectionRecorder recorder =
            new CollectionRecorder(store, workflow, new UsageLedger(usage));

    private void create(String feed, int latest, OptionalLong cap) {
        actions.create(
                new PostCollection(
                        ID,
                        OWNER,
                        cap,
                        new CollectionRequest(feed, latest, Optional.empty(), Map.of()),
                        clock.instant(),
                        CollectionStatus.PREPARING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// Up to the owner's yes: four posts of 1,000 characters, and one that can't be converted.
    private void quoted(OptionalLong cap) {
        create("https://blog.example.com/", 500, cap);
        int posts = steps.list(OWNER, ID);
        for (int i = 0; i < posts; i++) {
            try {
                steps.quote(OWNER, ID, i);
            } catch (UnavailableException _) {
                // The state machine goes on without its price.
            }
        }
        steps.askForApproval(OWNER, ID, "ask");
    }

    private void approved() {
        quoted(OptionalLong.empty());
        assertThat(actions.approve(OWNER, ID, OptionalLong.empty())).isTrue();
        assertThat(steps.reserve(OWNER, ID)).isTrue();
    }

    private CollectionStatus status() {
        return store.get(OWNER, ID).orElseThrow().status();
    }

    private CollectionPost post(int number) {
        return store.post(ID, number).orElseThrow();
    }

    private long used() {
        return usage.get(OWNER, MONTH).used();
    }

    @Test
    void theQuoteIsThatOfAllPostsThatCanBeConverted() {
        quoted(OptionalLong.empty());
        assertThat(store.get(OWNER, ID).orElseThrow().quote())
                .contains(new Price(4_000, new BigDecimal("0.064")));
        assertThat(post(1).status()).isEqualTo(PostStatus.FAILED);
        assertThat(post(1).problem()).contains("The page has no article.");
        assertThat(status()).isEqualTo(CollectionStatus.AWAITING_APPROVAL);
        assertThat(used()).isZero();
        assertThat(workflow.proceeded).isEmpty();
    }

    @Test
    void listingAgainKeepsThePosts() {
        create("https://blog.example.com/", 3, OptionalLong.empty());
        assertThat(steps.list(OWNER, ID)).isEqualTo(3);
        UUID conversion = post(0).conversion();
        assertThat(steps.list(OWNER, ID)).isEqualTo(3);
        assertThat(post(0).conversion()).isEqualTo(conversion);
    }

    @Test
    void aListThatEndedHalfWayIsCompletedFromAFeedThatHasChanged() {
        create("https://blog.example.com/", 4, OptionalLong.empty());
        CollectionPost first =
                CollectionPost.waiting(
                        0, "https://blog.example.com/0", "Post 0", UUID.randomUUID());
        CollectionPost second =
                CollectionPost.waiting(
                        1, "https://blog.example.com/1", "Post 1", UUID.randomUUID());
        store.addPosts(store.get(OWNER, ID).orElseThrow(), List.of(first, second));
        source.newer.add(7);
        assertThat(steps.list(OWNER, ID)).isEqualTo(4);
        assertThat(store.posts(ID)).startsWith(first, second);
        assertThat(store.posts(ID))
                .extracting(CollectionPost::number, CollectionPost::title)
                .endsWith(tuple(2, "Post 7"), tuple(3, "Post 2"));
    }

    @Test
    void aPostThatIsTwiceInItsFeedIsConvertedOnce() {
        source.newer.add(3);
        create("https://blog.example.com/", 500, OptionalLong.empty());
        assertThat(steps.list(OWNER, ID)).isEqualTo(5);
        assertThat(store.posts(ID))
                .extracting(CollectionPost::number)
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aFeedThatCannotBeReadFailsTheCollection() {
        create("https://nowhere.example.com/", 3, OptionalLong.empty());
        assertThat(steps.list(OWNER, ID)).isZero();
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem()).contains("There is no feed.");
    }

    @Test
    void whatTheOwnerAgreedToIsReservedAndNoConversionIsBilledMore() {
        approved();
        assertThat(workflow.proceeded).containsExactly("ask approved");
        assertThat(used()).isEqualTo(4_000);
        assertThat(steps.reserve(OWNER, ID)).isTrue();
        assertThat(used()).isEqualTo(4_000);
        assertThat(quota.resize(post(0).conversion(), OWNER, 1_001))
                .isEqualTo(new Reservation.AboveQuote(1_000, 1_001));
        assertThat(quota.resize(post(0).conversion(), OWNER, 600))
                .isEqualTo(new Reservation.Granted(600));
        assertThat(quota.resize(post(0).conversion(), OWNER, 1_001))
                .isEqualTo(new Reservation.AboveQuote(1_000, 1_001));
        assertThat(used()).isEqualTo(3_600);
    }

    @Test
    void aCapThatLeavesTooFewFailsItAndAllIsGivenBack() {
        quoted(OptionalLong.empty());
        actions.approve(OWNER, ID, OptionalLong.of(2_500));
        assertThat(steps.reserve(OWNER, ID)).isFalse();
        assertThat(used()).isEqualTo(2_000);
        steps.finish(OWNER, ID);
        assertThat(used()).isZero();
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
    }

    @Test
    void theCapIsThatOfTheAccountWhenItAgrees() {
        quoted(OptionalLong.of(2_500));
        actions.approve(OWNER, ID, OptionalLong.of(4_000));
        assertThat(steps.reserve(OWNER, ID)).isTrue();
        assertThat(used()).isEqualTo(4_000);
    }

    @Test
    void theEndOfAConversionIsToldToTheTaskThatWaitsForIt() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        assertThat(converted).containsExactly(0);
        assertThat(post(0).status()).isEqualTo(PostStatus.RUNNING);
        recorder.completed(post(0).conversion(), 900);
        recorder.completed(post(0).conversion(), 900);
        recorder.failed(UUID.randomUUID(), 0, "of no collection");
        assertThat(post(0).status()).isEqualTo(PostStatus.COMPLETED);
        assertThat(post(0).billed()).isEqualTo(900);
        assertThat(workflow.proceeded).containsExactly("ask approved", "t0 ended", "t0 ended");
        steps.convert(OWNER, ID, 1, "t1");
        assertThat(workflow.proceeded).last().isEqualTo("t1 ended");
        assertThat(converted).containsExactly(0);
    }

    @Test
    void aStepThatIsRepeatedStartsTheSameConversion() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        UUID conversion = post(0).conversion();
        steps.convert(OWNER, ID, 0, "t1");
        assertThat(converted).containsExactly(0, 0);
        assertThat(post(0).conversion()).isEqualTo(conversion);
        recorder.completed(conversion, 1);
        assertThat(workflow.proceeded).last().isEqualTo("t1 ended");
    }

    @Test
    void whilePausedNothingStarts() {
        approved();
        assertThat(actions.pause(OWNER, ID)).isTrue();
        steps.convert(OWNER, ID, 0, "t0");
        assertThat(converted).isEmpty();
        assertThat(actions.approve(OWNER, ID, OptionalLong.empty())).isFalse();
        assertThat(actions.resume(OWNER, ID)).isTrue();
        assertThat(converted).containsExactly(0);
        assertThat(status()).isEqualTo(CollectionStatus.RUNNING);
    }

    @Test
    void whatIsCancelledGivesBackTheRestAndWhatIsDoneStays() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        recorder.completed(post(0).conversion(), 900);
        new UsageLedger(usage)
                .settle(
                        post(0).conversion(),
                        OWNER,
                        MONTH,
                        new Bill("polly", 900, BigDecimal.ZERO));
        actions.pause(OWNER, ID);
        steps.convert(OWNER, ID, 2, "t2");
        assertThat(actions.cancel(OWNER, ID)).isTrue();
        assertThat(workflow.proceeded).last().isEqualTo("t2 ended");
        steps.convert(OWNER, ID, 3, "t3");
        steps.finish(OWNER, ID);
        steps.finish(OWNER, ID);
        assertThat(converted).containsExactly(0);
        assertThat(used()).isEqualTo(900);
        assertThat(status()).isEqualTo(CollectionStatus.CANCELLED);
        assertThat(store.posts(ID))
                .extracting(CollectionPost::status)
                .containsExactly(
                        PostStatus.COMPLETED,
                        PostStatus.FAILED,
                        PostStatus.SKIPPED,
                        PostStatus.SKIPPED,
                        PostStatus.SKIPPED);
        assertThat(actions.cancel(OWNER, ID)).isFalse();
        assertThat(actions.resume(OWNER, ID)).isFalse();
    }

    @Test
    void whatIsCancelledBeforeTheYesNeverAsksForIt() {
        create("https://blog.example.com/", 3, OptionalLong.empty());
        steps.list(OWNER, ID);
        steps.quote(OWNER, ID, 0);
        actions.cancel(OWNER, ID);
        steps.askForApproval(OWNER, ID, "ask");
        assertThat(workflow.proceeded).containsExactly("ask cancelled");
        assertThat(actions.approve(OWNER, ID, OptionalLong.empty())).isFalse();
    }

    @Test
    void theStepsOfADeletedCollectionDoNothing() {
        approved();
        recorder.delete(OWNER);
        assertThat(used()).isZero();
        steps.convert(OWNER, ID, 0, "t0");
        steps.askForApproval(OWNER, ID, "again");
        assertThat(steps.reserve(OWNER, ID)).isFalse();
        steps.finish(OWNER, ID);
        assertThat(converted).isEmpty();
        assertThat(workflow.proceeded)
                .containsExactly("ask approved", "t0 ended", "again cancelled");
    }

    @Test
    void aPostThatWasNotQuotedFailsAndIsNotConverted() {
        source.unavailable.add("https://blog.example.com/0");
        approved();
        assertThat(used()).isEqualTo(3_000);
        steps.convert(OWNER, ID, 0, "t0");
        assertThat(converted).isEmpty();
        assertThat(post(0).status()).isEqualTo(PostStatus.FAILED);
        assertThat(post(0).problem()).contains("It could not be quoted.");
        assertThat(workflow.proceeded).last().isEqualTo("t0 ended");
    }

    @Test
    void aPostThatEndsWhileItsTaskIsRepeatedEndsTheTask() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        store.beforeNextReplace(() -> recorder.completed(post(0).conversion(), 900));
        steps.convert(OWNER, ID, 0, "t1");
        assertThat(workflow.proceeded).endsWith("t0 ended", "t1 ended");
        assertThat(post(0).billed()).isEqualTo(900);
        assertThat(converted).containsExactly(0);
    }

    @Test
    void anEndThatIsRecordedWhileTheTaskIsRepeatedIsToldToTheNewTask() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        UUID conversion = post(0).conversion();
        store.beforeNextReplace(() -> steps.convert(OWNER, ID, 0, "t1"));
        assertThatThrownBy(() -> recorder.completed(conversion, 900))
                .isInstanceOf(UnavailableException.class);
        recorder.completed(conversion, 900);
        assertThat(workflow.proceeded).last().isEqualTo("t1 ended");
        assertThat(post(0).billed()).isEqualTo(900);
    }

    @Test
    void ofTwoTasksAtOnceTheLastOneWaitsForTheEnd() {
        approved();
        store.beforeNextReplace(() -> steps.convert(OWNER, ID, 0, "t0"));
        steps.convert(OWNER, ID, 0, "t1");
        recorder.completed(post(0).conversion(), 900);
        assertThat(workflow.proceeded).last().isEqualTo("t1 ended");
    }

    @Test
    void aResumeThatFailedHalfWayIsRepeated() {
        approved();
        actions.pause(OWNER, ID);
        steps.convert(OWNER, ID, 0, "t0");
        topicIsUnavailable = true;
        assertThatThrownBy(() -> actions.resume(OWNER, ID))
                .isInstanceOf(UnavailableException.class);
        assertThat(post(0).status()).isEqualTo(PostStatus.RUNNING);
        topicIsUnavailable = false;
        assertThat(actions.resume(OWNER, ID)).isTrue();
        assertThat(converted).containsExactly(0);
        recorder.completed(post(0).conversion(), 1);
        assertThat(workflow.proceeded).last().isEqualTo("t0 ended");
    }

    @Test
    void aConversionThatDoesNotEndIsGivenUpAndGivesBackItsCharacters() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        steps.giveUp(OWNER, ID, 0);
        steps.giveUp(OWNER, ID, 0);
        assertThat(post(0).status()).isEqualTo(PostStatus.FAILED);
        assertThat(post(0).problem()).contains("It did not end.");
        assertThat(used()).isEqualTo(3_000);
        assertThat(status()).isEqualTo(CollectionStatus.RUNNING);
    }

    @Test
    void aPostThatWasNotStartedIsGivenUpAndAPauseForAnotherReasonGoesOn() {
        approved();
        actions.pause(OWNER, ID);
        steps.giveUp(OWNER, ID, 0);
        assertThat(post(0).status()).isEqualTo(PostStatus.SKIPPED);
        assertThat(used()).isEqualTo(3_000);
        assertThat(status()).isEqualTo(CollectionStatus.PAUSED);
    }

    @Test
    void aCollectionWithOnePostThatCouldNotBeStartedIsCompletedAndNamesIt() {
        approved();
        steps.giveUp(OWNER, ID, 0);
        for (int i : new int[] {2, 3, 4}) {
            steps.convert(OWNER, ID, i, "t" + i);
            recorder.completed(post(i).conversion(), 900);
        }
        steps.finish(OWNER, ID);
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.COMPLETED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem()).isEmpty();
        assertThat(post(0).status()).isEqualTo(PostStatus.SKIPPED);
        assertThat(post(0).problem()).contains("It could not be started.");
    }

    @Test
    void anErrorWhileItWaitsForTheYesFailsIt() {
        quoted(OptionalLong.empty());
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem())
                .contains("An error ended it while it waited for its owner's yes.");
    }

    @Test
    void aCollectionThatNobodyApprovesInTimeIsCancelled() {
        quoted(OptionalLong.empty());
        steps.expire(OWNER, ID);
        assertThat(actions.approve(OWNER, ID, OptionalLong.empty())).isFalse();
        steps.finish(OWNER, ID);
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.CANCELLED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem()).isEmpty();
    }

    @Test
    void aPostThatIsCompletedIsNotGivenUp() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        recorder.completed(post(0).conversion(), 900);
        steps.giveUp(OWNER, ID, 0);
        assertThat(post(0).status()).isEqualTo(PostStatus.COMPLETED);
        assertThat(used()).isEqualTo(4_000);
    }

    @Test
    void aPauseThatLastsTooLongEndsTheCollection() {
        approved();
        actions.pause(OWNER, ID);
        steps.convert(OWNER, ID, 0, "t0");
        steps.convert(OWNER, ID, 2, "t2");
        steps.giveUp(OWNER, ID, 0);
        assertThat(status()).isEqualTo(CollectionStatus.CANCELLING);
        assertThat(workflow.proceeded).last().isEqualTo("t2 ended");
        assertThat(actions.resume(OWNER, ID)).isFalse();
        steps.convert(OWNER, ID, 3, "t3");
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.CANCELLED);
        assertThat(converted).isEmpty();
        assertThat(used()).isZero();
    }

    @Test
    void aPostThatWaitedTooLongHasNoProblemWhenAnotherHasCancelledTheCollection() {
        approved();
        actions.pause(OWNER, ID);
        steps.convert(OWNER, ID, 2, "t2");
        store.move(OWNER, ID, Set.of(CollectionStatus.PAUSED), CollectionStatus.CANCELLING);

        steps.giveUp(OWNER, ID, 2);

        assertThat(post(2).status()).isEqualTo(PostStatus.SKIPPED);
        assertThat(post(2).problem()).isEmpty();
    }

    @Test
    void aCollectionWhosePostsCouldNotBeListedFails() {
        create("https://blog.example.com/", 3, OptionalLong.empty());
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem()).isPresent();
    }

    @Test
    void aCollectionThatAnErrorEndsBeforeItsPostsFails() {
        approved();
        steps.convert(OWNER, ID, 0, "t0");
        recorder.completed(post(0).conversion(), 900);
        steps.finish(OWNER, ID);
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem())
                .contains("It ended before all of its posts were converted.");
    }

    @Test
    void aPostThatStartsWhileTheLastStepRunsRepeatsTheStep() {
        approved();
        store.beforeNextReplace(() -> steps.convert(OWNER, ID, 0, "t0"));
        assertThatThrownBy(() -> steps.finish(OWNER, ID)).isInstanceOf(UnavailableException.class);
        steps.finish(OWNER, ID);
        assertThat(used()).isEqualTo(1_000);
    }

    @Test
    void aCollectionThatIsCancelledWhileTheLastStepRunsIsCancelled() {
        approved();
        store.beforeSecondEnd(() -> actions.cancel(OWNER, ID));
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.CANCELLED);
    }

    @Test
    void aFeedWithoutPostsIsCompleted() {
        create("https://blog.example.com/", 0, OptionalLong.empty());
        assertThat(steps.list(OWNER, ID)).isZero();
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.COMPLETED);
    }

    @Test
    void aCollectionWithOneConvertedPostIsCompletedAlthoughTheOthersFailed() {
        approved();
        for (int i : new int[] {0, 2, 3, 4}) {
            steps.convert(OWNER, ID, i, "t" + i);
        }
        recorder.completed(post(0).conversion(), 900);
        for (int i : new int[] {2, 3, 4}) {
            recorder.failed(post(i).conversion(), 0, "No voice.");
        }
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.COMPLETED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem()).isEmpty();
    }

    @Test
    void aCollectionOfWhichNoPostWasConvertedFailsAndSaysSo() {
        approved();
        for (int i : new int[] {0, 2, 3, 4}) {
            steps.convert(OWNER, ID, i, "t" + i);
            recorder.failed(post(i).conversion(), 0, "No voice.");
        }
        steps.finish(OWNER, ID);
        steps.finish(OWNER, ID);
        assertThat(status()).isEqualTo(CollectionStatus.FAILED);
        assertThat(store.get(OWNER, ID).orElseThrow().problem())
                .contains("None of its posts could be converted; each says why.");
    }
}
