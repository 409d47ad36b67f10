package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parler.events.Redelivery;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.postconversion.TextStoreInMemory;
import io.parler.postconversion.collection.CollectionPost;
import io.parler.postconversion.collection.CollectionRequest;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.CollectionStoreInMemory;
import io.parler.postconversion.collection.PostCollection;
import io.parler.postconversion.collection.PostStatus;
import io.parler.postconversion.collection.WorkflowInMemory;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.CharacterRange;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.Usage;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.SqsBatch;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuotaRecorderTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    /// That of all examples.
    private static final UUID CONVERSION =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow().value();

    private static final UUID COLLECTION = UUID.fromString("01a1f874-3e50-7c41-8f3a-000000000001");

    private final UsageStoreInMemory usage = new UsageStoreInMemory();
    private final CollectionStoreInMemory collections = new CollectionStoreInMemory();
    private final WorkflowInMemory workflow = new WorkflowInMemory();
    private final TextStoreInMemory texts = new TextStoreInMemory();
    private final QuotaRecorder recorder =
            new QuotaRecorder(
                    usage, collections, workflow, texts, Redelivery.afterVisibilityTimeout());

    @Test
    void aConversionIsCountedOnceInTheMonthItWasCompleted() {
        String completed = Contract.event("conversion.completed.v1");

        assertThat(failures(completed, completed)).isEmpty();
        assertThat(failures(completed)).isEmpty();

        assertThat(owner().billed()).isEqualTo(2_764);
        assertThat(owner().bills())
                .extracting(Bill::service, bill -> bill.cost().toPlainString())
                .containsExactly(tuple("polly", "0.0442"));
    }

    @Test
    void theServiceOfAnEventWithoutOneIsThatOfItsVoice() {
        failures(Contract.event("conversion.completed.v1-text"));

        assertThat(owner().bills()).extracting(Bill::service).containsExactly("polly");
    }

    @Test
    void aCompletedConversionIsBilledInsteadOfReserved() {
        reserve(AccountId.OWNER);

        failures(Contract.event("conversion.completed.v1"));

        assertThat(owner().billed()).isEqualTo(2_764);
        assertThat(owner().reserved()).isZero();
    }

    @Test
    void aFailedConversionGivesBackWhatItReservedInWhateverOrder() {
        reserve(AccountId.OWNER);
        String failed = Contract.event("conversion.failed.v1");

        failures(failed, failed);
        assertThat(owner().used()).isZero();

        failures(Contract.event("conversion.completed.v1"), failed);
        assertThat(owner().used()).isEqualTo(2_764);
    }

    @Test
    void whatWasBilledBeforeAFailureIsCounted() {
        reserve(OTHER);

        failures(Contract.event("conversion.failed.v1-billed"));

        Usage used = usage.get(OTHER, MONTH);
        assertThat(used.billed()).isEqualTo(1_912);
        assertThat(used.reserved()).isZero();
    }

    @Test
    void theTextOfADeletedConversionIsDeletedAndItsReservationWaitsForItsEnd() {
        reserve(AccountId.OWNER);
        texts.put(CONVERSION, "A long text.");

        failures(Contract.event("conversion.deleted.v1"));

        assertThat(texts.texts).isEmpty();
        assertThat(owner().reserved()).isEqualTo(8_000);
    }

    @Test
    void theUsageOfADeletedAccountIsDeleted() {
        reserve(OTHER);

        failures(Contract.event("account.deleted.v1"));

        assertThat(usage.get(OTHER, MONTH)).isEqualTo(Usage.NONE);
    }

    @Test
    void theCollectionsOfADeletedAccountGiveBackWhatTheyReserved() {
        reserve(OTHER);
        collectionOf(OTHER);

        failures(Contract.event("account.deleted.v1"));

        assertThat(collections.list(OTHER)).isEmpty();
        assertThat(usage.usedByAll(MONTH)).isZero();
        assertThat(usage.get(OTHER, MONTH)).isEqualTo(Usage.NONE);
    }

    @Test
    void theDeletionOfAConversionEndsThePostOfItsCollection() {
        UUID id = collectionOf(AccountId.OWNER);

        failures(Contract.event("conversion.deleted.v1"));

        CollectionPost post = collections.post(id, 0).orElseThrow();
        assertThat(post.status()).isEqualTo(PostStatus.FAILED);
        assertThat(post.problem()).contains("It was deleted.");
    }

    @Test
    void theDeletionOfAConversionThatHasEndedLeavesItsCollection() {
        UUID id = collectionOf(AccountId.OWNER);

        failures(
                Contract.event("conversion.completed.v1"), Contract.event("conversion.deleted.v1"));

        CollectionPost post = collections.post(id, 0).orElseThrow();
        assertThat(post.status()).isEqualTo(PostStatus.COMPLETED);
        assertThat(post.problem()).isEmpty();
    }

    /// With one post, that waits.
    private UUID collectionOf(AccountId account) {
        PostCollection collection =
                new PostCollection(
                        COLLECTION,
                        account,
                        OptionalLong.empty(),
                        new CollectionRequest(
                                "https://blog.example.com/", 1, Optional.empty(), Map.of()),
                        Instant.parse("2026-11-20T10:15:30Z"),
                        CollectionStatus.RUNNING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        collections.create(collection);
        collections.addPosts(
                collection,
                List.of(
                        CollectionPost.waiting(
                                0, "https://blog.example.com/0", "Post 0", CONVERSION)));
        return COLLECTION;
    }

    @Test
    void otherEventsAreNoConcern() {
        assertThat(failures(Contract.event("conversion.started.v1"))).isEmpty();

        assertThat(owner()).isEqualTo(Usage.NONE);
    }

    @Test
    void whatCanNotBeReadStaysInItsQueueAndHoldsUpNothing() {
        assertThat(failures("{", Contract.event("conversion.completed.v1"))).containsExactly("m-0");

        assertThat(owner().billed()).isEqualTo(2_764);
    }

    private Usage owner() {
        return usage.get(AccountId.OWNER, MONTH);
    }

    private void reserve(AccountId account) {
        new UsageLedger(usage)
                .reserve(
                        CONVERSION,
                        account,
                        MONTH,
                        CharacterRange.exactly(8_000),
                        new MonthlyCaps(10_000, 10_000));
    }

    private List<String> failures(String... bodies) {
        return SqsBatch.failures(recorder, bodies);
    }
}
