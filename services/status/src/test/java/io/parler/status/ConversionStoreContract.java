package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
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

/// What every implementation of [ConversionStore] promises.
public abstract class ConversionStoreContract {
    private static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");

    protected abstract ConversionStore conversions();

    @Test
    void anUnknownConversionIsAbsent() {
        assertThat(conversions().get(id(1))).isEmpty();
    }

    @Test
    void aRequestedConversionIsQueued() {
        conversions().put(id(1), Histories.REQUEST);

        assertThat(conversions().get(id(1)))
                .contains(
                        new Conversion(id(1), Optional.of(Histories.REQUEST), new State.Queued()));
        assertThat(conversions().get(id(2))).isEmpty();
    }

    @Test
    void aCompletedConversionKeepsItsOwnTitle() {
        assertThat(conversions().rename(id(1), "Too early")).isEmpty();
        conversions().put(id(1), Histories.REQUEST);
        assertThat(conversions().rename(id(1), "Too early")).isEmpty();
        conversions().put(id(1), Histories.completed(1, NOW));

        assertThat(conversions().rename(id(1), "First")).hasValue(1);
        assertThat(conversions().rename(id(1), "Second")).hasValue(2);
        conversions().put(id(1), Histories.completed(2, NOW));

        assertThat(conversions().get(id(1)).orElseThrow().state())
                .isEqualTo(new State.Completed(2, Histories.audiobook().titled("Second"), NOW));
        conversions().put(id(1), new State.Deleted(NOW));
        assertThat(conversions().rename(id(1), "Too late")).isEmpty();
    }

    @Test
    void aRequestThatArrivesLateLeavesTheStateAsItIs() {
        State completed = Histories.completed(1, NOW);
        conversions().put(id(1), completed);
        conversions().put(id(1), Histories.REQUEST);
        conversions().put(id(1), Histories.REQUEST);

        assertThat(conversions().get(id(1)))
                .contains(new Conversion(id(1), Optional.of(Histories.REQUEST), completed));
    }

    @Test
    void theAccountIsThatOfTheFirstEventThatNamesIt() {
        assertThat(conversions().account(id(1))).isEmpty();

        conversions().put(id(1), Histories.REQUEST);
        conversions().put(id(1), OTHER);
        conversions().put(id(2), OTHER);
        conversions().put(id(2), Histories.REQUEST);

        assertThat(conversions().account(id(1))).contains(AccountId.OWNER);
        assertThat(conversions().account(id(2))).contains(OTHER);
    }

    @Test
    void nothingButItsAccountIsLeftOfADeletedConversionWhateverComesLater() {
        conversions().put(id(1), Histories.REQUEST);
        conversions().put(id(1), Histories.completed(1, NOW));

        conversions().put(id(1), new State.Deleted(NOW));
        conversions().put(id(1), Histories.REQUEST);
        conversions().put(id(1), Histories.completed(2, NOW));
        conversions().put(id(1), new State.Failed(2, ConversionProblem.givenUp(2), NOW));

        assertThat(conversions().get(id(1)))
                .contains(new Conversion(id(1), Optional.empty(), new State.Deleted(NOW)));
        assertThat(conversions().account(id(1))).contains(AccountId.OWNER);
    }

    @Test
    void aConversionThatIsDeletedBeforeItsRequestArrivesStaysDeleted() {
        conversions().put(id(1), new State.Deleted(NOW));
        conversions().put(id(1), Histories.REQUEST);

        assertThat(conversions().get(id(1)))
                .contains(new Conversion(id(1), Optional.empty(), new State.Deleted(NOW)));
    }

    @Test
    void ofAnyTwoStatesTheHigherStaysInWhateverOrderTheyArrive() {
        int number = 0;
        for (State first : everyState()) {
            for (State second : everyState()) {
                ConversionId id = id(number++);
                boolean higher = second.order().compareTo(first.order()) > 0;

                assertThat(conversions().put(id, first)).isTrue();
                assertThat(conversions().put(id, second))
                        .as("%s after %s", second, first)
                        .isEqualTo(higher);
                assertThat(conversions().get(id))
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
            List<State> happened = Histories.inOrder(random);
            List<Consumer<ConversionStore>> events = new ArrayList<>();
            events.add(to -> to.put(id, Histories.REQUEST));
            happened.forEach(state -> events.add(to -> to.put(id, state)));

            Histories.shuffled(events, random).forEach(event -> event.accept(conversions()));

            State highest = happened.stream().max(Comparator.comparing(State::order)).orElseThrow();
            assertThat(conversions().get(id))
                    .contains(new Conversion(id, Optional.of(Histories.REQUEST), highest));
        }
    }

    @Test
    void ofManyWritersAtOnceTheHighestStateWins() {
        List<State> states = new ArrayList<>(everyState());
        Collections.shuffle(states, new Random(1));

        Concurrently.run(states.size(), i -> conversions().put(id(1), states.get(i)));

        assertThat(conversions().get(id(1)))
                .map(Conversion::state)
                .contains(Collections.max(states, Comparator.comparing(State::order)));
    }

    @Test
    void ofManyWritersOfOneStateAtOnceOneWritesIt() {
        State started = new State.Processing(1, null, NOW);

        assertThat(Concurrently.run(16, _ -> conversions().put(id(1), started)))
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
            states.add(new State.Failed(attempt, ConversionProblem.givenUp(attempt), NOW));
            states.add(Histories.completed(attempt, NOW));
        }
        states.add(new State.Deleted(NOW));
        return states;
    }

    protected static ConversionId id(int number) {
        UUID id = new UUID(0x01a1f8743e507c41L, 0x8f3a000000000000L | number);
        return ConversionId.parse(id.toString()).orElseThrow();
    }
}
