package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.Redelivery;
import io.parler.id.ConversionId;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.DeadLetterReporter;
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
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final List<ConversionFailedV1> published = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private final StatusDeadLetters function =
            new StatusDeadLetters(
                    new DeadLetterReporter(
                            conversions,
                            (id, account, attempt, problem) ->
                                    published.add(ConversionFailedV1.of(attempt, account, problem)),
                            clock),
                    letter -> moved.add(letter.body()),
                    Redelivery.afterVisibilityTimeout());

    @Test
    void aRequestThatWasGivenUpFails() {
        assertThat(SqsBatch.failures(function, Contract.event("conversion.requested.v1-url")))
                .isEmpty();

        assertThat(conversions.get(ID).orElseThrow().state()).isInstanceOf(State.Failed.class);
        assertThat(published).hasSize(1);
        assertThat(moved).isEmpty();
        Contract.assertValid(
                "events/conversion.failed.v1",
                CloudEvent.of(
                                "e-1",
                                "/parler/status",
                                ConversionFailedV1.TYPE,
                                ID.toString(),
                                clock.instant(),
                                "c-1",
                                published.getFirst())
                        .json());
    }

    @Test
    void anUnreadableDeadLetterIsMovedAndHoldsUpNoOther() {
        assertThat(
                        SqsBatch.failures(
                                function,
                                "{broken",
                                "{}",
                                Contract.event("conversion.requested.v1-text")))
                .isEmpty();

        assertThat(moved).containsExactly("{broken", "{}");
        assertThat(published).hasSize(1);
    }

    @Test
    void anUnreadableDeadLetterThatCanNotBeMovedStaysInItsQueue() {
        StatusDeadLetters failing =
                new StatusDeadLetters(
                        new DeadLetterReporter(conversions, (_, _, _, _) -> {}, clock),
                        StatusDeadLettersTest::fail,
                        Redelivery.afterVisibilityTimeout());

        assertThat(SqsBatch.failures(failing, "{broken")).containsExactly("m-0");
    }

    private static void fail(Delivery letter) {
        throw new IllegalStateException("queue is out: " + letter.messageId());
    }
}
