package io.parler.frontend.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import io.parler.frontend.Audio;
import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.LibraryStoreInMemory;
import io.parler.frontend.RequestSummary;
import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountStoreInMemory;
import io.parler.frontend.account.LateConversions;
import io.parler.frontend.account.RecordedDeletions;
import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.EpisodeStoreInMemory;
import io.parler.frontend.podcast.PodcastStoreInMemory;
import io.parler.frontend.podcast.Samples;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SqsBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendRecorderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final ConversionId ID =
            ConversionId.parse("01a1f874-3e50-7c41-8f3a-2b6d5e7f9012").orElseThrow();
    private static final String REQUESTED = Contract.event("conversion.requested.v1-url");
    private static final String COMPLETED = Contract.event("conversion.completed.v1");
    private static final String COMPLETED_LATER = Contract.event("conversion.completed.v1-text");
    private static final String FAILED = Contract.event("conversion.failed.v1");
    private static final String DELETED = Contract.event("conversion.deleted.v1");
    private static final String DEAD_LETTER = Contract.event("conversion.failed.v1-dead-letter");

    private final LibraryStoreInMemory library = new LibraryStoreInMemory();
    private final PodcastStoreInMemory podcasts = new PodcastStoreInMemory();
    private final EpisodeStoreInMemory episodes = new EpisodeStoreInMemory();
    private final AccountStoreInMemory accounts = new AccountStoreInMemory();
    private final List<String> deleted = new ArrayList<>();
    private final FrontendRecorder recorder =
            new FrontendRecorder(
                    library,
                    podcasts,
                    episodes,
                    new LateConversions(accounts, new RecordedDeletions(deleted)),
                    (_, _) -> {});

    @Test
    void aConversionThatEndsAfterItsAccountWasDeletedIsDeletedToo() {
        AccountId account = AccountId.of("acc_q7c2mzk4w5tdx3hb");
        String completed = COMPLETED.replace("\"public\"", "\"" + account + "\"");
        accounts.putAccount(Account.of(account, "Gone soon", NOW));
        deliver(completed);
        assertThat(deleted).isEmpty();

        accounts.putAccount(Account.of(account, "Gone", NOW).deleted(NOW));
        deliver(completed);

        assertThat(deleted).containsExactly(ID + " " + account);
    }

    @Test
    void aCompletedConversionIsOnTheList() {
        deliver(COMPLETED);

        assertThat(listed())
                .containsExactly(
                        new Completed(
                                ID,
                                "public",
                                1,
                                "Why queues beat cron",
                                Optional.of(
                                        "https://blog.example.com/2026/11/why-queues-beat-cron/"),
                                "polly:Joanna:neural",
                                new Audio(
                                        "audio/" + ID.value() + "/why-queues-beat-cron.mp3",
                                        1_108_305,
                                        184.608),
                                false,
                                new CompletedDetails(
                                        Optional.of("Ada Ferrer"),
                                        Optional.of(Instant.parse("2026-11-18T07:00:00Z")),
                                        Optional.of("audio/" + ID + "/transcript.vtt"),
                                        Optional.of("audio/" + ID + "/transcript.json"),
                                        Optional.of("audio/" + ID + "/chapters.json"),
                                        Optional.of(
                                                "Cron forgets what it could not do. A queue keeps it until it is done."),
                                        List.of(
                                                new Chapter(0, "Why queues beat cron"),
                                                new Chapter(63.384, "What a queue keeps")))));
    }

    @Test
    void aFailedConversionIsOnTheListWithItsReason() {
        deliver(FAILED);

        assertThat(listed())
                .containsExactly(
                        new Failed(
                                ID,
                                "public",
                                1,
                                new ConversionProblem(
                                        "/problems/no-article",
                                        "No article on that page",
                                        Optional.of(
                                                "https://blog.example.com/tags/ holds no text that"
                                                        + " reads as a post."))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    url       | | https://blog.example.com/2026/11/why-queues-beat-cron/ | Joanna | {"source":{"url":"https://blog.example.com/2026/11/why-queues-beat-cron/"},"voice":"Joanna"}
                    feed-post | |  |  | {"source":{"feedUrl":"https://blog.example.com/feed.xml","postId":"https://blog.example.com/?p=412"}}
                    text      | A note on queues | | Amy |
                    text-key  | The whole of the queue handbook | | |
                    """)
    void aRequestedConversionIsRunningAndAPastedTextIsNotStored(
            String example, String title, String url, String voice, String body) {
        deliver(Contract.event("conversion.requested.v1-" + example));

        assertThat(listed())
                .containsExactly(
                        new Running(
                                ID,
                                "public",
                                new RequestSummary(
                                        Optional.ofNullable(title),
                                        Optional.ofNullable(url),
                                        Optional.ofNullable(voice),
                                        false,
                                        Optional.ofNullable(body))));
    }

    @Test
    void theOptionsOfARequestAreStoredUnlessTheyAreLarge() {
        deliver(REQUESTED.replace("{}", "{\"code\": \"read\", \"visibility\": \"private\"}"));
        deliver(
                REQUESTED
                        .replace(ID.toString(), "01a1f844-be08-7d6c-9e2f-3a4b5c6d7e8f")
                        .replace("{}", "{\"pronunciations\": \"" + "x".repeat(8_000) + "\"}"));

        assertThat(listed())
                .extracting(entry -> ((Running) entry).request())
                .extracting(RequestSummary::isPrivate, RequestSummary::body)
                .containsExactly(
                        tuple(
                                true,
                                Optional.of(
                                        "{\"source\":{\"url\":\"https://blog.example.com/2026/11/why-queues-beat-cron/\"},\"voice\":\"Joanna\",\"options\":{\"code\":\"read\",\"visibility\":\"private\"}}")),
                        tuple(false, Optional.empty()));
    }

    @Test
    void aConversionIsNotRunningAfterItsEndInWhateverOrderTheEventsArrive() {
        deliver(FAILED, REQUESTED);
        assertThat(listed()).singleElement().isInstanceOf(Failed.class);

        deliver(COMPLETED, REQUESTED);
        assertThat(listed()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aDeletedConversionIsOffTheListInWhateverOrderTheEventsArrive() {
        deliver(COMPLETED, DELETED);
        assertThat(listed()).isEmpty();

        deliver(COMPLETED_LATER, FAILED, COMPLETED, REQUESTED);
        assertThat(listed()).isEmpty();
    }

    @Test
    void theOwnersConversionsAreListedBesideThoseFromBeforeThereWereAccounts() {
        deliver(COMPLETED.replaceAll("\"accountId\": *\"[a-z]+\"", "\"accountId\": \"owner\""));

        assertThat(listed()).extracting(LibraryEntry::accountId).containsExactly("public");
    }

    @Test
    void anEventDeliveredTwiceChangesNothing() {
        deliver(COMPLETED, COMPLETED);

        assertThat(listed()).hasSize(1);
    }

    @Test
    void anAudioThatExistsIsNeverReplacedByAFailure() {
        deliver(COMPLETED, FAILED, DEAD_LETTER);

        assertThat(listed()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void aFailureGivesWayToTheAudioOfAnotherAttempt() {
        deliver(FAILED, COMPLETED_LATER);

        assertThat(listed()).singleElement().isInstanceOf(Completed.class);
    }

    @Test
    void theAudioOfALaterAttemptReplacesThatOfAnEarlier() {
        deliver(COMPLETED_LATER, COMPLETED);

        assertThat(listed()).extracting(LibraryEntry::attempt).containsExactly(2);
    }

    @Test
    void aConversionHasTheTitleThatItsAccountGaveIt() {
        String renamed = Contract.event("conversion.renamed.v1");
        assertThat(deliver(renamed).getBatchItemFailures()).hasSize(1);

        deliver(COMPLETED, renamed);
        deliver(COMPLETED);

        assertThat(listed())
                .extracting(entry -> ((Completed) entry).title())
                .containsExactly("Why queues beat cron, read aloud");
    }

    @Test
    void theTitleOfAConversionThatWasDeletedLongAgoIsNotTriedAgain() {
        String renamed = Contract.event("conversion.renamed.v1");
        String old = "01a15000-0000-7c41-8f3a-2b6d5e7f9012";

        assertThat(deliver(renamed.replace(ID.toString(), old)).getBatchItemFailures()).isEmpty();
        assertThat(listed()).isEmpty();
    }

    @Test
    void whatWasTakenOffStaysOffWhenItsEventComesAgain() {
        deliver(COMPLETED);
        library.delete("public", ID);

        deliver(COMPLETED, COMPLETED_LATER);

        assertThat(listed()).isEmpty();
    }

    @Test
    void aFailureWithoutAttemptIsRecorded() {
        deliver(FAILED.replace("\"attempt\": 1,", ""));

        assertThat(listed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"specversion\":\"1.0\"}"})
    void whatIsNoEventStaysInTheQueueAndTheRestOfTheBatchDoesNot(String body) {
        SQSBatchResponse response = deliver(body, COMPLETED);

        assertThat(response.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("m-0");
        assertThat(listed()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountId", "title", "voice", "attempt", "key", "bytes", "seconds"})
    void anEventThatLacksWhatTheLibraryShowsStaysInTheQueue(String field) {
        SQSBatchResponse response = deliver(COMPLETED.replace('"' + field + '"', "\"gone\""));

        assertThat(response.getBatchItemFailures()).hasSize(1);
        assertThat(listed()).isEmpty();
    }

    @Test
    void aConversionIsAnEpisodeOfThePodcastOfItsBlogUntilItIsDeleted() {
        podcasts.add(Samples.podcast(1), 20);

        deliver(COMPLETED);
        assertThat(episodes.list(Samples.id(1)))
                .extracting(Episode::title)
                .containsExactly("Why queues beat cron");

        deliver(DELETED);
        assertThat(episodes.list(Samples.id(1))).isEmpty();
    }

    @Test
    void anEpisodeThatWasNotWrittenIsWrittenWhenTheEventComesAgain() {
        deliver(COMPLETED);
        podcasts.add(Samples.podcast(1), 20);

        deliver(COMPLETED);

        assertThat(episodes.list(Samples.id(1))).hasSize(1);
    }

    @Test
    void aDeletedConversionIsNoEpisodeThoughItsEventComesLate() {
        podcasts.add(Samples.podcast(1), 20);

        deliver(DELETED, COMPLETED);

        assertThat(episodes.list(Samples.id(1))).isEmpty();
    }

    @Test
    void aDeletedAccountHasNoPodcastsLeft() {
        podcasts.add(Samples.podcast(1), 20);
        deliver(COMPLETED);

        deliver(Contract.event("account.deleted.v1"));
        assertThat(podcasts.list("public")).hasSize(1);
        deliver(Contract.event("account.deleted.v1").replace("acc_q7c2mzk4w5tdx3hb", "owner"));

        assertThat(podcasts.ids("public")).isEmpty();
        assertThat(podcasts.get(Samples.id(1))).isEmpty();
        assertThat(episodes.list(Samples.id(1))).isEmpty();
    }

    @Test
    void anEventOfAnotherTypeStaysInTheQueue() {
        SQSBatchResponse response = deliver(Contract.event("conversion.started.v1"));

        assertThat(response.getBatchItemFailures()).hasSize(1);
    }

    private SQSBatchResponse deliver(String... bodies) {
        return recorder.handleRequest(SqsBatch.of(bodies), new LambdaContext());
    }

    private List<LibraryEntry> listed() {
        return library.list("public", 10, Optional.empty()).entries();
    }
}
