package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.events.Redelivery;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.status.ConversionStoreInMemory;
import io.parler.status.Histories;
import io.parler.status.State;
import io.parler.status.listen.PostAudioStoreInMemory;
import io.parler.status.plays.DailyPlays;
import io.parler.status.plays.PlayCounts;
import io.parler.status.plays.PlayReport;
import io.parler.status.plays.PlayStoreInMemory;
import io.parler.testing.Contract;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StatusRecorderTest {
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();
    private static final PostAddress POST =
            PostAddress.of("https://blog.example.com/2026/11/why-queues-beat-cron/").orElseThrow();

    private final ConversionStoreInMemory conversions = new ConversionStoreInMemory();
    private final PostAudioStoreInMemory posts = new PostAudioStoreInMemory();
    private final PlayStoreInMemory plays = new PlayStoreInMemory();
    private final StatusRecorder recorder =
            new StatusRecorder(
                    conversions,
                    posts,
                    plays,
                    new SettableClock("2026-11-28T10:30:00Z"),
                    Redelivery.afterVisibilityTimeout());

    @RepeatedTest(20)
    void eventsMayArriveTwiceAndInAnyOrder(RepetitionInfo repetition) {
        List<String> happened =
                List.of(
                        example("conversion.requested.v1-url"),
                        example("conversion.started.v1"),
                        example("conversion.progressed.v1"),
                        example("conversion.failed.v1-dead-letter"),
                        example("conversion.completed.v1"));
        List<String> arrived =
                Histories.shuffled(happened, new Random(repetition.getCurrentRepetition()));

        assertThat(SqsBatch.failures(recorder, arrived.toArray(String[]::new))).isEmpty();

        assertThat(conversions.get(ID))
                .hasValueSatisfying(
                        conversion -> {
                            assertThat(conversion.request()).isPresent();
                            assertThat(conversion.state())
                                    .isInstanceOfSatisfying(
                                            State.Completed.class,
                                            state ->
                                                    assertThat(state.audiobook().title())
                                                            .isEqualTo("Why queues beat cron"));
                        });
        assertThat(posts.list(AccountId.OWNER, POST)).containsExactly(ID);
    }

    @Test
    void aDeletedConversionIsOfNoPostWhateverArrivesLater() {
        String deleted = example("conversion.deleted.v1").replaceAll("[0-9a-f-]{36}", ID + "");
        record(example("conversion.requested.v1-url"), example("conversion.completed.v1"));
        assertThat(posts.list(AccountId.OWNER, POST)).containsExactly(ID);

        record(deleted);
        assertThat(posts.list(AccountId.OWNER, POST)).isEmpty();

        record(example("conversion.completed.v1"), example("conversion.requested.v1-url"));
        assertThat(posts.list(AccountId.OWNER, POST)).isEmpty();
    }

    @Test
    void thePlaysOfADeletedConversionAreDeleted() {
        LocalDate day = LocalDate.parse("2026-11-27");
        record(example("conversion.completed.v1"));
        plays.add(
                AccountId.OWNER,
                new DailyPlays(
                        day, ID, "Queues", PlayCounts.of(new PlayReport(true, Set.of(0), 9))));

        record(example("conversion.deleted.v1").replaceAll("[0-9a-f-]{36}", ID + ""));

        assertThat(plays.list(AccountId.OWNER, day, day)).isEmpty();
    }

    @Test
    void anUnreadableMessageHoldsUpNoOther() {
        assertThat(
                        SqsBatch.failures(
                                recorder,
                                "{",
                                example("conversion.started.v1"),
                                example("conversion.started.v1").replace(ID.toString(), "nobody"),
                                example("conversion.started.v1").replace("{\"attempt\": 1}", "[]")))
                .containsExactly("m-0", "m-2", "m-3");

        assertThat(conversions.get(ID)).isPresent();
    }

    @Test
    void anEventOfAnUnknownTypeIsIgnored() {
        assertThat(
                        SqsBatch.failures(
                                recorder,
                                example("conversion.started.v1")
                                        .replace("conversion.started.v1", "conversion.sung.v1")))
                .isEmpty();
        assertThat(conversions.get(ID)).isEmpty();
    }

    private void record(String... events) {
        assertThat(SqsBatch.failures(recorder, events)).isEmpty();
    }

    private static String example(String name) {
        return Contract.event(name);
    }
}
