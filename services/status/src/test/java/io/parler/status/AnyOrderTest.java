package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

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

class AnyOrderTest {
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();

    @RepeatedTest(200)
    void theEndIsTheSameWhateverOrderItIsHeardIn(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<State> happened = Histories.happened(random);
        State highest = happened.stream().max(Comparator.comparing(State::position)).orElseThrow();
        Conversion expected = new Conversion(ID, Optional.of(Histories.ASKED), highest);
        List<Consumer<Conversions>> events = new ArrayList<>();
        events.add(to -> to.asked(ID, Histories.ASKED));
        happened.forEach(state -> events.add(to -> to.reached(ID, state)));

        for (int i = 0; i < 20; i++) {
            ConversionsInMemory conversions = new ConversionsInMemory();
            Histories.arrived(events, random).forEach(event -> event.accept(conversions));

            assertThat(conversions.find(ID)).contains(expected);
        }
    }

    @Test
    void aLateStartedDoesNotOverwriteCompleted() {
        Instant now = Instant.EPOCH;
        assertThat(Histories.completed(1, now).position())
                .isGreaterThan(new State.Processing(1, null, now).position())
                .isGreaterThan(new State.Processing(2, new Progress(9, 9), now).position())
                .isGreaterThan(Histories.failed(3, now).position());
    }

    @Test
    void aLaterAttemptShowsAfterAFailureButNotAfterGivingUp() {
        Instant now = Instant.EPOCH;
        Position again = new State.Processing(2, null, now).position();
        Position givenUp = new State.Failed(1, Failure.givenUp(1), now).position();

        assertThat(again).isGreaterThan(Histories.failed(1, now).position()).isLessThan(givenUp);
        assertThat(Histories.completed(1, now).position()).isGreaterThan(givenUp);
    }
}
