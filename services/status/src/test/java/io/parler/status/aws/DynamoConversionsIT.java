package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.status.Conversion;
import io.parler.status.ConversionId;
import io.parler.status.Conversions;
import io.parler.status.ConversionsInMemory;
import io.parler.status.Histories;
import io.parler.status.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class DynamoConversionsIT {
    private final ATable table = ATable.withKey("id");
    private final DynamoConversions conversions =
            new DynamoConversions(table.dynamo(), table.name());

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(conversions.find(id(1))).isEmpty();
    }

    @Test
    void whatWasAskedForIsFoundAsQueued() {
        conversions.asked(id(1), Histories.ASKED);

        assertThat(conversions.find(id(1)))
                .contains(new Conversion(id(1), Optional.of(Histories.ASKED), new State.Queued()));
    }

    @Test
    void theEndIsTheSameWhateverOrderItIsHeardIn() {
        for (int seed = 0; seed < 150; seed++) {
            Random random = new Random(seed);
            ConversionId id = id(seed);
            List<State> happened = Histories.happened(random);
            List<BiConsumer<ConversionId, Conversions>> events = new ArrayList<>();
            events.add((of, to) -> to.asked(of, Histories.ASKED));
            happened.forEach(state -> events.add((of, to) -> to.reached(of, state)));
            ConversionsInMemory expected = new ConversionsInMemory();

            for (BiConsumer<ConversionId, Conversions> event : Histories.arrived(events, random)) {
                event.accept(id, conversions);
                event.accept(id, expected);
                assertThat(conversions.find(id)).isEqualTo(expected.find(id));
            }

            assertThat(conversions.find(id))
                    .map(Conversion::state)
                    .contains(
                            happened.stream()
                                    .max(Comparator.comparing(State::position))
                                    .orElseThrow());
        }
    }

    private static ConversionId id(int number) {
        UUID id = new UUID(0x01a1f8743e507c41L, 0x8f3a000000000000L | number);
        return ConversionId.parse(id.toString()).orElseThrow();
    }
}
