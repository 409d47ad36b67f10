package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.Redelivery;
import io.parler.status.ConversionId;
import io.parler.status.ConversionsInMemory;
import io.parler.status.DeadLetters;
import io.parler.status.State;
import io.parler.testing.Contract;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusDeadLettersTest {
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();

    private final SettableClock clock = new SettableClock("2026-11-20T10:22:41.508Z");
    private final ConversionsInMemory conversions = new ConversionsInMemory();
    private final List<ConversionFailedV1> told = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final StatusDeadLetters function =
            new StatusDeadLetters(
                    new DeadLetters(
                            conversions,
                            (id, account, attempt, failure) ->
                                    told.add(ConversionFailedV1.of(attempt, account, failure)),
                            clock),
                    letter -> kept.add(letter.body()),
                    Redelivery.afterVisibilityTimeout());

    @Test
    void aRequestThatWasGivenUpFailsInPlainWords() {
        assertThat(SqsBatch.failures(function, Contract.event("conversion.requested.v1-url")))
                .isEmpty();

        assertThat(conversions.find(ID).orElseThrow().state()).isInstanceOf(State.Failed.class);
        assertThat(told).hasSize(1);
        assertThat(kept).isEmpty();
        Contract.assertValid(
                "events/conversion.failed.v1",
                CloudEvent.of(
                                "e-1",
                                "/parler/status",
                                ConversionFailedV1.TYPE,
                                ID.toString(),
                                clock.instant(),
                                "c-1",
                                told.getFirst())
                        .json());
    }

    @Test
    void aLetterThatCanNotBeReadIsKeptAndHoldsUpNoOther() {
        assertThat(
                        SqsBatch.failures(
                                function,
                                "{broken",
                                "{}",
                                Contract.event("conversion.requested.v1-text")))
                .isEmpty();

        assertThat(kept).containsExactly("{broken", "{}");
        assertThat(told).hasSize(1);
    }

    @Test
    void aLetterThatCouldNotBeKeptStaysInItsQueue() {
        StatusDeadLetters unlucky =
                new StatusDeadLetters(
                        new DeadLetters(conversions, (_, _, _, _) -> {}, clock),
                        StatusDeadLettersTest::refuse,
                        Redelivery.afterVisibilityTimeout());

        assertThat(SqsBatch.failures(unlucky, "{broken")).containsExactly("m-0");
    }

    private static void refuse(Delivery letter) {
        throw new IllegalStateException("queue is out: " + letter.messageId());
    }
}
