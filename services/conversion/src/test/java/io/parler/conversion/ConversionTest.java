package io.parler.conversion;

import static io.parler.conversion.Blocks.article;
import static io.parler.conversion.Blocks.paragraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.mp3.Mp3;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversionTest {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String OTHER = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9013";
    private static final Article ARTICLE =
            article(
                    "Why queues beat cron",
                    paragraph("a", "A queue remembers what cron forgets. It waits."),
                    Blocks.read("h", new Block.Kind.Heading(2), "Three reasons"),
                    paragraph("b", "Work waits instead of being lost."));

    private final SteppedTime time = new SteppedTime();
    private final ChunksInMemory chunks = new ChunksInMemory();
    private final QuietVoice voice = new QuietVoice();
    private final Shelf shelf = new Shelf();
    private Articles.Loaded loaded = new Articles.Loaded.Found(ARTICLE);

    @Test
    void anArticleBecomesAudioAndEverybodyHearsOfIt() throws InterruptedException {
        Audiobook book = completed(run(job(ID)));

        assertThat(book.title()).isEqualTo("Why queues beat cron");
        assertThat(book.voice()).isEqualTo("Joanna");
        assertThat(book.engine()).isEqualTo("neural");
        assertThat(book.audio().key()).isEqualTo("audio/" + ID + "/why-queues-beat-cron.mp3");
        assertThat(book.audio().bytes()).isEqualTo(shelf.audio().length);
        assertThat(Mp3.of(shelf.audio()).run().seconds())
                .isCloseTo(book.audio().seconds(), within(0.0001));
        assertThat(book.billedCharacters()).isEqualTo(book.characters());
        assertThat(shelf.told())
                .startsWith("started 1")
                .endsWith("completed 1 " + book.billedCharacters());
    }

    @Test
    void theTranscriptHoldsWhatIsSaidInOrderWithoutOverlap() throws InterruptedException {
        Audiobook book = completed(run(job(ID)));

        List<Transcript.Cue> cues = shelf.transcript().cues();
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
        assertThat(shelf.vtt()).startsWith("WEBVTT\n\n1\n00:00:00.000 --> ").contains("It waits.");
    }

    @Test
    void chaptersBeginWhereTitleAndHeadingsAreSaid() throws InterruptedException {
        run(job(ID));

        assertThat(shelf.chapters())
                .extracting(Chapter::title)
                .containsExactly("Why queues beat cron", "Three reasons");
        assertThat(shelf.chapters().get(1).start())
                .isEqualTo(shelf.transcript().cues().get(4).start());
    }

    @Test
    void aSecondDeliveryIsAnsweredWithoutSpeaking() throws InterruptedException {
        Audiobook first = completed(run(job(ID)));
        int heard = voice.heard().size();

        Audiobook second = completed(run(new Job(ID, "public", page(), Optional.empty(), 2)));

        assertThat(second).isEqualTo(first);
        assertThat(voice.heard()).hasSize(heard);
        assertThat(shelf.told().getLast()).startsWith("completed 2");
    }

    @Test
    void aSecondConversionOfThePostBillsNothing() throws InterruptedException {
        run(job(ID));

        assertThat(completed(run(job(OTHER))).billedCharacters()).isZero();
    }

    @Test
    void anEditedSentenceBillsItsParagraphOnly() throws InterruptedException {
        run(job(ID));
        loaded =
                new Articles.Loaded.Found(
                        article(
                                "Why queues beat cron",
                                paragraph("a", "A queue remembers what cron forgets. It waits."),
                                Blocks.read("h", new Block.Kind.Heading(2), "Three reasons"),
                                paragraph("c", "Work is never lost.")));

        assertThat(completed(run(job(OTHER))).billedCharacters())
                .isEqualTo("Work is never lost.".length());
    }

    @Test
    void aRunAfterACrashBillsOnceAndSaysWhatAllRunsCost() throws InterruptedException {
        voice.answersFirst(new Speech.Busy("down"));
        chunks.keep(
                narration().key("Three reasons"),
                ((Speech.Spoken) voice().speak("Three reasons", narration())).audio(),
                new ChunkStore.Kept(
                        ((Speech.Spoken) voice().speak("Three reasons", narration())).audio().run(),
                        13,
                        ID));

        Audiobook book = completed(run(job(ID)));

        assertThat(voice.heard()).doesNotContain("Three reasons");
        assertThat(book.billedCharacters()).isEqualTo(book.characters());
    }

    @Test
    void whatIsSaidTwiceIsBoughtOnce() throws InterruptedException {
        loaded =
                new Articles.Loaded.Found(
                        article("T", paragraph("a", "Again."), paragraph("b", "Again.")));

        Audiobook book = completed(run(job(ID)));

        assertThat(voice.heard()).containsOnlyOnce("Again.");
        assertThat(book.billedCharacters()).isEqualTo(book.characters() - "Again.".length());
    }

    @Test
    void aRefusalOfThePageIsPassedOn() throws InterruptedException {
        Problem problem = new Problem("no-article", "No article on that page", "None there.");
        loaded = new Articles.Loaded.Refused(problem);

        assertThat(run(job(ID))).isEqualTo(new Conversion.Outcome.Refused(problem));
        assertThat(shelf.told()).containsExactly("started 1", "failed no-article");
    }

    @Test
    void anUnknownVoiceIsRefused() throws InterruptedException {
        Job job = new Job(ID, "public", page(), Optional.of("Nobody"), 1);

        assertThat(refused(run(job)).slug()).isEqualTo("unknown-voice");
    }

    @Test
    void aTextThatIsTooLongIsRefusedBeforeItCosts() throws InterruptedException {
        loaded =
                new Articles.Loaded.Found(
                        article("T", paragraph("a", "word ".repeat(20_001).strip())));

        assertThat(refused(run(job(ID))).detail())
                .isEqualTo(
                        "100,018 characters would be spoken;"
                                + " at most 100,000 can be converted at once.");
        assertThat(voice.heard()).isEmpty();
    }

    @Test
    void anArticleWithNothingToSayIsRefused() throws InterruptedException {
        loaded = new Articles.Loaded.Found(article("T", paragraph("a", "***")));

        assertThat(refused(run(job(ID))).slug()).isEqualTo("no-article");
        assertThat(voice.heard()).isEmpty();
    }

    @Test
    void whatTheVoiceRefusesIsNamed() throws InterruptedException {
        loaded = new Articles.Loaded.Found(article("T", paragraph("a", "Only this.")));
        voice.answersFirst(
                IntStream.range(0, 3)
                        .mapToObj(_ -> new Speech.Refused(Speech.Reason.TEXT_REJECTED))
                        .toArray(Speech[]::new));

        Problem problem = refused(run(job(ID)));

        assertThat(problem.slug()).isEqualTo("speech-refused");
        assertThat(problem.detail()).startsWith("The voice does not speak that text. It is in");
    }

    @Test
    void anOutageOfTheVoiceIsThrownAndNothingIsToldTwice() {
        voice.answersFirst(
                IntStream.range(0, 5_000)
                        .mapToObj(_ -> new Speech.Busy("ThrottlingException"))
                        .toArray(Speech[]::new));

        assertThatThrownBy(() -> run(job(ID))).isInstanceOf(VoiceUnavailable.class);
        assertThat(shelf.told()).containsExactly("started 1");
    }

    @Test
    void whenTheTimeIsUpTheRunEndsUnfinished() throws InterruptedException {
        Conversion.Outcome outcome =
                conversion().run(job(ID), Deadline.in(Duration.ofSeconds(5), time));

        assertThat(outcome).isEqualTo(new Conversion.Outcome.Unfinished(0));
        assertThat(shelf.told()).containsExactly("started 1");
    }

    @Test
    void noMoreCallsAreInFlightThanTheEngineAllows() throws InterruptedException {
        loaded =
                new Articles.Loaded.Found(
                        article(
                                "T",
                                IntStream.range(0, 200)
                                        .mapToObj(i -> paragraph("p" + i, "Number " + i + "."))
                                        .toArray(Block[]::new)));
        run(job(ID));

        assertThat(voice.heard()).hasSize(202);
        assertThat(voice.mostAtOnce()).isLessThanOrEqualTo(18);
    }

    @Test
    void aTextHandedInIsReadInItsParagraphs() throws InterruptedException {
        Job job =
                new Job(
                        ID,
                        "public",
                        new Job.Source.Text("Mine", "One\ntwo.\n\n  \nThree.", Optional.empty()),
                        Optional.empty(),
                        1);

        completed(run(job));

        assertThat(voice.heard()).containsExactlyInAnyOrder("Mine", "One two.", "Three.");
    }

    @Test
    void aStoredTextIsFetched() throws InterruptedException {
        Job job =
                new Job(
                        ID,
                        "public",
                        new Job.Source.StoredText("Mine", "texts/1.txt", Optional.of("en-US")),
                        Optional.empty(),
                        1);

        completed(run(job));

        assertThat(voice.heard()).contains("The text under texts/1.txt");
    }

    private Conversion.Outcome run(Job job) throws InterruptedException {
        return conversion().run(job, Deadline.in(Duration.ofHours(10), time));
    }

    private Conversion conversion() {
        Articles articles =
                new Articles() {
                    @Override
                    public Loaded page(String url) {
                        return loaded;
                    }

                    @Override
                    public Loaded feedPost(String feedUrl, String postId) {
                        return loaded;
                    }
                };
        return new Conversion(
                articles,
                key -> "The text under " + key,
                () -> List.of(narration().voice()),
                new Speaker.Parts(voice, chunks, time, new Random(7)),
                shelf,
                shelf,
                shelf);
    }

    private static QuietVoice voice() {
        return new QuietVoice();
    }

    private static Narration narration() {
        return new Narration(
                "polly",
                new VoiceProfile("Joanna", "Joanna", "en-US", "Female", List.of(Engine.NEURAL)),
                Engine.NEURAL);
    }

    private static Job job(String id) {
        return new Job(id, "public", page(), Optional.empty(), 1);
    }

    private static Job.Source page() {
        return new Job.Source.Page("https://blog.example.com/why");
    }

    private static Audiobook completed(Conversion.Outcome outcome) {
        return ((Conversion.Outcome.Completed) outcome).audiobook();
    }

    private static Problem refused(Conversion.Outcome outcome) {
        return ((Conversion.Outcome.Refused) outcome).problem();
    }
}
