package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.Concurrently;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What every implementation of [Conversions] promises.
public abstract class ConversionsContract {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    protected abstract Conversions conversions();

    @Test
    void anUnknownConversionIsAbsent() {
        assertThat(conversions().find(id(1))).isEmpty();
    }

    @Test
    void aRequestedConversionIsQueued() {
        conversions().asked(id(1), Histories.ASKED);

        assertThat(conversions().find(id(1)))
                .contains(new Conversion(id(1), Optional.of(Histories.ASKED), new State.Queued()));
        assertThat(conversions().find(id(2))).isEmpty();
    }

    @Test
    void aRequestThatArrivesLateLeavesTheStateAsItIs() {
        State completed = Histories.completed(1, NOW);
        conversions().reached(id(1), completed);
        conversions().asked(id(1), Histories.ASKED);
        conversions().asked(id(1), Histories.ASKED);

        assertThat(conversions().find(id(1)))
                .contains(new Conversion(id(1), Optional.of(Histories.ASKED), completed));
    }

    @Test
    void ofAnyTwoStatesTheHigherStaysInWhateverOrderTheyArrive() {
        int number = 0;
        for (State first : everyState()) {
            for (State second : everyState()) {
                ConversionId id = id(number++);
                boolean higher = second.position().compareTo(first.position()) > 0;

                assertThat(conversions().reached(id, first)).isTrue();
                assertThat(conversions().reached(id, second))
                        .as("%s after %s", second, first)
                        .isEqualTo(higher);
                assertThat(conversions().find(id))
                        .map(Conversion::state)
                        .contains(higher ? second : first);
            }
        }
    }

    @Test
    void theEndIsTheSameInEveryOrderOfEventsAndWithRedelivery() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            ConversionId id = id(seed);
            List<State> happened = Histories.happened(random);
            List<Consumer<Conversions>> events = new ArrayList<>();
            events.add(to -> to.asked(id, Histories.ASKED));
            happened.forEach(state -> events.add(to -> to.reached(id, state)));

            Histories.arrived(events, random).forEach(event -> event.accept(conversions()));

            State highest =
                    happened.stream().max(Comparator.comparing(State::position)).orElseThrow();
            assertThat(conversions().find(id))
                    .contains(new Conversion(id, Optional.of(Histories.ASKED), highest));
        }
    }

    @Test
    void ofManyWritersAtOnceTheHighestStateWins() {
        List<State> states = new ArrayList<>(everyState());
        Collections.shuffle(states, new Random(1));

        Concurrently.run(states.size(), i -> conversions().reached(id(1), states.get(i)));

        assertThat(conversions().find(id(1)))
                .map(Conversion::state)
                .contains(Collections.max(states, Comparator.comparing(State::position)));
    }

    @Test
    void ofManyWritersOfOneStateAtOnceOneWritesIt() {
        State started = new State.Processing(1, null, NOW);

        assertThat(Concurrently.run(16, _ -> conversions().reached(id(1), started)))
                .containsOnlyOnce(true);
    }

    /// One state for each rank of two attempts, and two of those that have made progress.
    private static List<State> everyState() {
        List<State> states = new ArrayList<>();
        for (int attempt = 1; attempt <= 2; attempt++) {
            states.add(new State.Processing(attempt, null, NOW));
            states.add(new State.Processing(attempt, new Progress(100, 900), NOW));
            states.add(new State.Processing(attempt, new Progress(200, 900), NOW));
            states.add(Histories.failed(attempt, NOW));
            states.add(new State.Failed(attempt, Failure.givenUp(attempt), NOW));
            states.add(Histories.completed(attempt, NOW));
        }
        return states;
    }

    protected static ConversionId id(int number) {
        UUID id = new UUID(0x01a1f8743e507c41L, 0x8f3a000000000000L | number);
        return ConversionId.parse(id.toString()).orElseThrow();
    }
}
