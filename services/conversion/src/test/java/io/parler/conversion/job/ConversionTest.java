package io.parler.conversion.job;

import static io.parler.conversion.article.Blocks.article;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.ConversionProblems;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.article.Block;
import io.parler.conversion.article.Blocks;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.synthesis.VoiceUnavailableException;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.testing.TestVoices;
import io.parler.conversion.voice.CallResult;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.request.Timing;
import io.parler.request.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static final String OTHER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";
    private static final Article ARTICLE =
            article(
                    "Why queues beat cron",
                    paragraph("a", "A queue remembers what cron forgets. It waits."),
                    Blocks.read("h", new Block.Kind.Heading(2), "Three reasons"),
                    paragraph("b", "Work waits instead of being lost."));

    private final ConversionInMemory conversion = new ConversionInMemory(ARTICLE);

    @Test
    void anArticleBecomesAudioAndEventsArePublished() throws InterruptedException {
        Audiobook book = conversion.completed(job(ID));

        assertThat(book.title()).isEqualTo("Why queues beat cron");
        assertThat(book.voice()).isEqualTo("polly:Joanna:neural");
        assertThat(book.engine()).isEqualTo("neural");
        assertThat(book.audio().key()).isEqualTo("audio/" + ID + "/why-queues-beat-cron.mp3");
        assertThat(book.audio().bytes()).isEqualTo(conversion.output.audio().length);
        assertThat(Mp3.of(conversion.output.audio()).run().seconds())
                .isCloseTo(book.audio().seconds(), within(0.0001));
        assertThat(book.billedCharacters()).isEqualTo(book.characters());
        assertThat(conversion.output.told())
                .startsWith("started 1")
                .endsWith("completed 1 " + book.billedCharacters());
    }

    @Test
    void theTranscriptHasAllTextInOrderWithoutOverlap() throws InterruptedException {
        Audiobook book = conversion.completed(job(ID));

        List<Transcript.Cue> cues = conversion.output.transcript().cues();
        assertThat(cues)
                .extracting(Transcript.Cue::text)
                .containsExactly(
                        "Why queues beat cron",
                        "By Ada Ferrer",
                        "A queue remembers what cron forgets.",
                        "It waits.",
                        "Three reasons",
                        "Work waits instead of being lost.");
        for (int i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).start()).isGreaterThanOrEqualTo(cues.get(i - 1).end() - 1e-9);
        }
        assertThat(cues.getLast().end()).isLessThanOrEqualTo(book.audio().seconds());
        assertThat(conversion.output.vtt())
                .startsWith("WEBVTT\n\n1\n00:00:00.504 --> ")
                .contains("It waits.");
    }

    @Test
    void chaptersStartAtTheTitleAndTheHeadings() throws InterruptedException {
        conversion.run(job(ID));

        assertThat(conversion.output.chapters())
                .extracting(Chapter::title)
                .containsExactly("Why queues beat cron", "Three reasons");
        assertThat(conversion.output.chapters().get(1).start())
                .isEqualTo(conversion.output.transcript().cues().get(4).start());
    }

    @Test
    void aSecondDeliverySynthesizesNothing() throws InterruptedException {
        Audiobook first = conversion.completed(job(ID));
        int heard = conversion.voice.synthesizedTexts().size();

        Audiobook second =
                conversion.completed(
                        new Job(
                                ID,
                                AccountId.OWNER,
                                job(ID).source(),
                                Optional.empty(),
                                ScriptOptions.DEFAULT,
                                Timing.SENTENCES,
                                Visibility.PUBLIC,
                                2));

        assertThat(second).isEqualTo(first);
        assertThat(conversion.voice.synthesizedTexts()).hasSize(heard);
        assertThat(conversion.output.told().getLast()).startsWith("completed 2");
    }

    @Test
    void aSecondConversionOfAPostIsNotBilled() throws InterruptedException {
        conversion.run(job(ID));

        assertThat(conversion.completed(job(OTHER)).billedCharacters()).isZero();
    }

    @Test
    void anEditedSentenceIsBilledForItsParagraphOnly() throws InterruptedException {
        conversion.run(job(ID));
        conversion.shows(
                article(
                        "Why queues beat cron",
                        paragraph("a", "A queue remembers what cron forgets. It waits."),
                        Blocks.read("h", new Block.Kind.Heading(2), "Three reasons"),
                        paragraph("c", "Work is never lost.")));

        assertThat(conversion.completed(job(OTHER)).billedCharacters())
                .isEqualTo("Work is never lost.".length());
    }

    @Test
    void aRunAfterACrashIsNotBilledAgainAndReportsTheCostOfAllRuns() throws InterruptedException {
        Utterance heading = Utterance.text("Three reasons");
        Mp3 audio = Mp3.silence(new FrameHeader(0xfff364c4), 14);
        conversion.chunks.put(
                ChunkKey.of(AccountId.OWNER, heading, TestVoices.JOANNA),
                audio,
                new ChunkStore.Metadata(
                        audio.run(), new ChunkStore.Receipt(13, ID), Optional.empty()));

        Audiobook book = conversion.completed(job(ID));

        assertThat(conversion.voice.synthesizedTexts()).doesNotContain("Three reasons");
        assertThat(book.billedCharacters()).isEqualTo(book.characters());
    }

    @Test
    void aRepeatedTextIsBilledOnce() throws InterruptedException {
        conversion.shows(article("T", paragraph("a", "Again."), paragraph("b", "Again.")));

        Audiobook book = conversion.completed(job(ID));

        assertThat(conversion.voice.synthesizedTexts()).containsOnlyOnce("Again.");
        assertThat(book.billedCharacters()).isEqualTo(book.characters() - "Again.".length());
    }

    @Test
    void aRefusalByLoadPostIsReported() throws InterruptedException {
        Problem problem = Problem.of(422, "no-article", "No article on that page", "None there.");
        conversion.refuses(problem);

        assertThat(conversion.run(job(ID)))
                .isEqualTo(new Conversion.Outcome.Refused(problem, Optional.empty()));
        assertThat(conversion.output.told()).containsExactly("started 1", "failed no-article");
    }

    @Test
    void aTextThatTakesTooLongToPrepareIsRefusedAndNotRetried() throws InterruptedException {
        conversion.failsToPrepare(new ProblemException(ConversionProblems.textTooComplex()));

        assertThat(conversion.refused(job(ID)).slug()).isEqualTo("text-too-complex");
    }

    @Test
    void anUnknownVoiceIsRefused() throws InterruptedException {
        Job job = job(ID, Optional.of("Nobody"));

        assertThat(conversion.refused(job).slug()).isEqualTo("unknown-voice");
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeSynthesis() throws InterruptedException {
        conversion.shows(article("T", paragraph("a", "word ".repeat(20_001).strip())));

        assertThat(conversion.refused(job(ID)).detail())
                .isEqualTo(
                        "100,018 characters would be spoken;"
                                + " at most 100,000 can be converted at once.");
        assertThat(conversion.voice.synthesizedTexts()).isEmpty();
    }

    @Test
    void anArticleWithoutSpeakableTextIsRefused() throws InterruptedException {
        conversion.shows(article("T", paragraph("a", "***")));

        assertThat(conversion.refused(job(ID)).slug()).isEqualTo("no-article");
        assertThat(conversion.voice.synthesizedTexts()).isEmpty();
    }

    @Test
    void theProblemNamesTheRefusedText() throws InterruptedException {
        conversion.shows(article("T", paragraph("a", "Only this.")));
        for (int i = 0; i < 3; i++) {
            conversion.voice.respondFirstWith(
                    new CallResult.Refused<>(CallResult.Reason.TEXT_REJECTED));
        }

        Problem problem = conversion.refused(job(ID));

        assertThat(problem.slug()).isEqualTo("speech-refused");
        assertThat(problem.detail())
                .startsWith("The voice does not speak that text. It is in block");
    }

    @Test
    void anOutageOfTheVoiceIsThrownAndPublishesNoEventTwice() {
        for (int i = 0; i < 5_000; i++) {
            conversion.voice.respondFirstWith(new CallResult.Busy<>("ThrottlingException"));
        }

        assertThatThrownBy(() -> conversion.run(job(ID)))
                .isInstanceOf(VoiceUnavailableException.class);
        assertThat(conversion.output.told()).containsExactly("started 1");
    }

    @Test
    void aRunWithoutTimeLeftEndsUnfinished() throws InterruptedException {
        Conversion.Outcome outcome = conversion.run(job(ID), Duration.ofSeconds(5));

        assertThat(outcome).isEqualTo(new Conversion.Outcome.Unfinished(0));
        assertThat(conversion.output.told()).containsExactly("started 1");
    }

    @Test
    void aFailedProgressEventDoesNotEndTheRun() throws InterruptedException {
        conversion.shows(longArticle());
        conversion.output.failProgress();

        Audiobook book = conversion.completed(job(ID));

        assertThat(conversion.output.told())
                .containsExactly("started 1", "completed 1 " + book.billedCharacters());
    }

    @Test
    void noMoreCallsAreInFlightThanTheEngineAllows() throws InterruptedException {
        conversion.shows(longArticle());
        conversion.run(job(ID));

        assertThat(conversion.voice.synthesizedTexts()).hasSize(202);
        assertThat(conversion.voice.mostAtOnce()).isLessThanOrEqualTo(18);
    }

    @Test
    void aPastedTextIsReadByParagraph() throws InterruptedException {
        Job job =
                job(
                        new ArticleSource.PastedText(
                                "Mine", "One\ntwo.\n\n  \nThree.", Optional.empty()));

        conversion.completed(job);

        assertThat(conversion.voice.synthesizedTexts())
                .containsExactlyInAnyOrder("Mine", "One two.", "Three.");
    }

    @Test
    void aStoredTextIsLoaded() throws InterruptedException {
        Job job = job(new ArticleSource.StoredText("Mine", "that key", Optional.of("en-US")));

        conversion.completed(job);

        assertThat(conversion.voice.synthesizedTexts()).contains("The text under that key");
    }

    @Test
    void theLeadImageIsTheCover() throws Exception {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};
        conversion.shows(Blocks.anonymous("T", paragraph("a", "Short.")));
        conversion.covers.put("https://blog.example.com/why.jpg", jpeg);

        conversion.completed(job(ID));

        assertThat(conversion.output.audio()).containsSequence(jpeg);
    }

    private static Article longArticle() {
        return article(
                "T",
                IntStream.range(0, 200)
                        .mapToObj(i -> paragraph("p" + i, "Number " + i + "."))
                        .toArray(Block[]::new));
    }
}
