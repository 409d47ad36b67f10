package io.parler.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.id.ConversionId;
import io.parler.testing.SettableClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterReporterTest {
    private final SettableClock clock = new SettableClock("2026-11-20T10:22:41Z");
    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final List<String> published = new ArrayList<>();
    private final DeadLetterReporter reporter =
            new DeadLetterReporter(
                    conversions,
                    (id, account, attempt, problem) ->
                            published.add(
                                    id + " " + account + " " + attempt + " " + problem.type()),
                    clock);
    private final ConversionId id = LongPollTest.idCreatedAt(clock.instant());

    @Test
    void aConversionThatWasGivenUpFailsAndItIsPublished() {
        conversions.put(id, new State.Processing(3, new Progress(1, 9), clock.instant()));

        assertThat(reporter.report(id, "public")).isTrue();

        assertThat(conversions.get(id).orElseThrow().state())
                .isEqualTo(new State.Failed(3, ConversionProblem.givenUp(3), clock.instant()));
        assertThat(published).containsExactly(id + " public 3 /problems/conversion-dead-letter");
    }

    @Test
    void anUnknownConversionFailsToo() {
        assertThat(reporter.report(id, "public")).isTrue();

        assertThat(conversions.get(id).orElseThrow().state())
                .isEqualTo(new State.Failed(1, ConversionProblem.givenUp(1), clock.instant()));
    }

    @Test
    void audioThatExistsStays() {
        State completed = Histories.completed(1, clock.instant());
        conversions.put(id, completed);

        assertThat(reporter.report(id, "public")).isFalse();

        assertThat(conversions.get(id).orElseThrow().state()).isEqualTo(completed);
        assertThat(published).isEmpty();
    }

    @Test
    void aConversionThatFailedKeepsItsProblem() {
        State failed = Histories.failed(1, clock.instant());
        conversions.put(id, failed);

        assertThat(reporter.report(id, "public")).isFalse();

        assertThat(conversions.get(id).orElseThrow().state()).isEqualTo(failed);
        assertThat(published).isEmpty();
    }

    @Test
    void aDeadLetterThatIsDeliveredAgainIsPublishedAgain() {
        reporter.report(id, "public");
        reporter.report(id, "public");

        assertThat(published).hasSize(2);
    }
}
