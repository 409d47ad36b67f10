package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.article.Block;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.ShowNotes;
import io.parler.conversion.aws.loadpost.ArticleV1;
import io.parler.conversion.aws.store.CompletedConversionJson;
import io.parler.conversion.job.Charge;
import io.parler.conversion.job.Job;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.testing.TestVoices;
import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.request.Timing;
import io.parler.request.Visibility;
import io.parler.testing.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The events of this service follow their contracts, with its real serializers.
class EventContractTest {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final Job JOB =
            new Job(
                    ID,
                    AccountId.OWNER,
                    new ArticleSource.Page("https://x.example/"),
                    Optional.empty(),
                    ScriptOptions.DEFAULT,
                    Timing.SENTENCES,
                    Visibility.PUBLIC,
                    2);

    @Test
    void aRequestForAPageIsParsed() throws UnreadableEvent {
        assertThat(requested("-url"))
                .isEqualTo(
                        new Job(
                                ID,
                                AccountId.OWNER,
                                new ArticleSource.Page(
                                        "https://blog.example.com/2026/11/why-queues-beat-cron/"),
                                Optional.of("Joanna"),
                                ScriptOptions.DEFAULT,
                                Timing.SENTENCES,
                                Visibility.PUBLIC,
                                1));
    }

    @Test
    void aRequestForAFeedPostIsParsed() throws UnreadableEvent {
        assertThat(requested("-feed-post").source())
                .isEqualTo(
                        new ArticleSource.FeedPost(
                                "https://blog.example.com/feed.xml",
                                "https://blog.example.com/?p=412"));
    }

    @Test
    void aRequestWithATextIsParsed() throws UnreadableEvent {
        assertThat(requested("-text").source())
                .isInstanceOfSatisfying(
                        ArticleSource.PastedText.class,
                        text -> assertThat(text.text()).isNotBlank());
    }

    @Test
    void aRequestWithAStoredTextIsParsed() throws UnreadableEvent {
        assertThat(requested("-text-key").source())
                .isEqualTo(
                        new ArticleSource.StoredText(
                                "The whole of the queue handbook",
                                "texts/" + ID + ".txt",
                                Optional.of("en-US")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"accountId\":\"public\"}",
                "{\"accountId\":\"public\",\"source\":{}}",
                "{\"accountId\":\"public\",\"source\":{\"feedUrl\":\"https://x.example/\"}}",
            })
    void aRequestWithoutSourceIsUnreadable(String data) {
        assertThatThrownBy(() -> Json.read(data, ConversionRequestedV1.class).job(ID, 1))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anInvalidIdIsUnreadable() {
        assertThatThrownBy(
                        () ->
                                event("conversion.requested.v1-url")
                                        .data(ConversionRequestedV1.class)
                                        .job("../../etc", 1))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void startedMatchesItsSchema() {
        assertFits(ConversionStartedV1.TYPE, new ConversionStartedV1(1));
    }

    @Test
    void progressedMatchesItsSchema() {
        assertFits(ConversionProgressedV1.TYPE, new ConversionProgressedV1(1, 1180, 2764));
    }

    @Test
    void failedMatchesItsSchema() {
        Problem problem = Problem.of(422, "no-article", "No article on that page", "None there.");
        assertFits(ConversionFailedV1.TYPE, ConversionFailedV1.of(JOB, problem, Optional.empty()));
        assertFits(
                ConversionFailedV1.TYPE,
                ConversionFailedV1.of(
                        JOB, problem, Optional.of(new Charge(TestVoices.JOANNA, 1_912))));
    }

    @Test
    void completedMatchesItsSchemaWithAndWithoutOptionalFields() {
        assertFits(ConversionCompletedV1.TYPE, ConversionCompletedV1.of(JOB, full()));
        assertFits(ConversionCompletedV1.TYPE, ConversionCompletedV1.of(JOB, least()));
    }

    @Test
    void theGoldenExampleIsReproduced() throws UnreadableEvent {
        CloudEvent golden = event(ConversionCompletedV1.TYPE);

        ConversionCompletedV1 data = golden.data(ConversionCompletedV1.class);

        assertThat(written(ConversionCompletedV1.TYPE, data).data().toString())
                .isEqualTo(golden.data().toString());
    }

    @Test
    void aCompletedConversionIsReadAsItWasStored() throws JacksonException {
        for (Audiobook book : new Audiobook[] {full(), least()}) {
            byte[] kept = Json.bytes(CompletedConversionJson.of(book));

            assertThat(Json.read(kept, CompletedConversionJson.class).audiobook()).isEqualTo(book);
        }
    }

    @Test
    void everyFieldOfAnArticleIsParsed() throws JacksonException {
        Article article =
                Json.read(Contract.read("rest/examples/article.json"), ArticleV1.class).article();

        assertThat(article.title()).isEqualTo("Why queues beat cron");
        assertThat(article.author()).contains("Ada Ferrer");
        assertThat(article.language()).contains("en-US");
        assertThat(article.published()).contains(Instant.parse("2026-11-18T07:00:00Z"));
        assertThat(article.blocks())
                .extracting(block -> block.kind().wireName())
                .containsExactly(
                        "paragraph",
                        "heading",
                        "listItem",
                        "listItem",
                        "quote",
                        "code",
                        "table",
                        "image",
                        "caption",
                        "embed",
                        "formula",
                        "footnote");
        assertThat(article.blocks())
                .extracting(Block::kind)
                .contains(
                        new Block.Kind.Heading(2),
                        new Block.Kind.ListItem(true, 2, 1),
                        new Block.Kind.Code(Optional.of("java")),
                        new Block.Kind.Table(
                                List.of(
                                        List.of("Tool", "Loses work"),
                                        List.of("cron", "yes"),
                                        List.of("queue", "no"))),
                        new Block.Kind.Image(
                                "Jobs waiting in a line", "Figure 1: a queue at noon"));
    }

    private static Audiobook full() {
        return new Audiobook(
                "Why queues beat cron",
                Optional.of("Ada Ferrer"),
                Optional.of("https://blog.example.com/why"),
                Optional.of("https://blog.example.com/why.png"),
                Optional.of(Instant.parse("2026-11-18T07:00:00Z")),
                "en-US",
                "Joanna",
                "neural",
                new Audiobook.Audio("audio/" + ID + "/why-queues-beat-cron.mp3", 1_000, 12.024),
                "audio/" + ID + "/transcript.vtt",
                "audio/" + ID + "/transcript.json",
                "audio/" + ID + "/chapters.json",
                2_764,
                0,
                BigDecimal.ZERO,
                new ShowNotes(
                        Optional.of("Cron forgets what it could not do."),
                        List.of(
                                new Chapter(0, "Why queues beat cron"),
                                new Chapter(63.384, "What a queue keeps"))));
    }

    private static Audiobook least() {
        return new Audiobook(
                "T",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "cmn-CN",
                "Zhiyu",
                "standard",
                new Audiobook.Audio("audio/" + ID + "/post.mp3", 1, 0.024),
                "audio/" + ID + "/transcript.vtt",
                "audio/" + ID + "/transcript.json",
                "audio/" + ID + "/chapters.json",
                1,
                1,
                new BigDecimal("0.0001"),
                ShowNotes.NONE);
    }

    private static Job requested(String variant) throws UnreadableEvent {
        CloudEvent event = event(ConversionRequestedV1.TYPE + variant);
        return event.data(ConversionRequestedV1.class).job(event.subject(), 1);
    }

    private static CloudEvent event(String name) throws UnreadableEvent {
        return CloudEvent.parse(Contract.read("events/examples/" + name + ".json"));
    }

    private static CloudEvent written(String type, Object data) {
        Instant time = Instant.parse("2026-11-20T10:15:31Z");
        return CloudEvent.of("e-1", SnsProgress.SOURCE, type, ID, time, "c-1", data);
    }

    private static void assertFits(String type, Object data) {
        Contract.assertValid("events/" + type, written(type, data).json());
    }
}
