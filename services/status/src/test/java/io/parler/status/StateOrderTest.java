package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.ConversionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StateOrderTest {
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();

    @RepeatedTest(200)
    void theEndIsTheSameInWhateverOrderEventsArrive(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<State> happened = Histories.inOrder(random);
        State highest = happened.stream().max(Comparator.comparing(State::order)).orElseThrow();
        Conversion expected = new Conversion(ID, Optional.of(Histories.REQUEST), highest);
        List<Consumer<ConversionStore>> events = new ArrayList<>();
        events.add(to -> to.put(ID, Histories.REQUEST));
        happened.forEach(state -> events.add(to -> to.put(ID, state)));

        for (int i = 0; i < 20; i++) {
            ConversionStoreInMemory conversions = new ConversionStoreInMemory();
            Histories.shuffled(events, random).forEach(event -> event.accept(conversions));

            assertThat(conversions.get(ID)).contains(expected);
        }
    }

    @Test
    void aLateStartedDoesNotOverwriteCompleted() {
        Instant now = Instant.EPOCH;
        assertThat(Histories.completed(1, now).order())
                .isGreaterThan(new State.Processing(1, null, now).order())
                .isGreaterThan(new State.Processing(2, new Progress(9, 9), now).order())
                .isGreaterThan(Histories.failed(3, now).order());
    }

    @Test
    void aLaterAttemptComesAfterAFailureButNotAfterGivingUp() {
        Instant now = Instant.EPOCH;
        StateOrder again = new State.Processing(2, null, now).order();
        StateOrder givenUp = new State.Failed(1, ConversionProblem.givenUp(1), now).order();

        assertThat(again).isGreaterThan(Histories.failed(1, now).order()).isLessThan(givenUp);
        assertThat(Histories.completed(1, now).order()).isGreaterThan(givenUp);
    }
}
