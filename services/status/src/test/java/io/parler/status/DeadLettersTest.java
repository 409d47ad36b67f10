package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:22:41Z");
    private final ConversionsInMemory conversions = new ConversionsInMemory();
    private final List<String> told = new ArrayList<>();
    private final DeadLetters deadLetters =
            new DeadLetters(
                    conversions,
                    (id, account, attempt, failure) ->
                            told.add(id + " " + account + " " + attempt + " " + failure.type()),
                    clock);
    private final ConversionId id = WatchTest.idMadeAt(clock.instant());

    @Test
    void aConversionThatWasGivenUpFailsAndTheOthersAreTold() {
        conversions.reached(id, new State.Processing(3, new Progress(1, 9), clock.instant()));

        assertThat(deadLetters.givenUp(id, "public")).isTrue();

        assertThat(conversions.find(id).orElseThrow().state())
                .isEqualTo(new State.Failed(3, Failure.givenUp(3), clock.instant()));
        assertThat(told).containsExactly(id + " public 3 /problems/conversion-dead-letter");
    }

    @Test
    void oneThatWasNeverHeardOfFailsToo() {
        assertThat(deadLetters.givenUp(id, "public")).isTrue();

        assertThat(conversions.find(id).orElseThrow().state())
                .isEqualTo(new State.Failed(1, Failure.givenUp(1), clock.instant()));
    }

    @Test
    void audioThatIsThereStays() {
        State completed = Histories.completed(1, clock.instant());
        conversions.reached(id, completed);

        assertThat(deadLetters.givenUp(id, "public")).isFalse();

        assertThat(conversions.find(id).orElseThrow().state()).isEqualTo(completed);
        assertThat(told).isEmpty();
    }

    @Test
    void aRefusalThatWasToldIsNotToldAgainInOtherWords() {
        State refused = Histories.failed(1, clock.instant());
        conversions.reached(id, refused);

        assertThat(deadLetters.givenUp(id, "public")).isFalse();

        assertThat(conversions.find(id).orElseThrow().state()).isEqualTo(refused);
        assertThat(told).isEmpty();
    }

    @Test
    void aLetterThatComesAgainIsToldAgain() {
        deadLetters.givenUp(id, "public");
        deadLetters.givenUp(id, "public");

        assertThat(told).hasSize(2);
    }
}
