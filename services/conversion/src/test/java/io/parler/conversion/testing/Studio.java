package io.parler.conversion.testing;

import io.parler.conversion.Deadline;
import io.parler.conversion.Problem;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.article.Articles;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.job.Conversion;
import io.parler.conversion.job.Job;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.preparation.Commission;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Scripts;
import io.parler.conversion.preparation.Timing;
import io.parler.conversion.quote.Quote;
import io.parler.conversion.quote.Quotes;
import io.parler.conversion.script.Options;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.synthesis.Speaker;
import io.parler.conversion.voice.Voices;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A conversion with all it needs, in memory.
public final class Studio {
    public static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    public final SteppedTime time = new SteppedTime();
    public final ChunksInMemory chunks = new ChunksInMemory();
    public final ClaimsInMemory claims = new ClaimsInMemory();
    public final QuietVoice voice = new QuietVoice();
    public final Map<String, byte[]> covers = new HashMap<>();
    public final Shelf shelf = new Shelf();
    private Articles.Loaded loaded;

    public Studio(Article article) {
        loaded = new Articles.Loaded.Found(article);
    }

    /// What the site shows from now on.
    public void shows(Article article) {
        loaded = new Articles.Loaded.Found(article);
    }

    public void refuses(Problem problem) {
        loaded = new Articles.Loaded.Refused(problem);
    }

    public static Utterance said(String text) {
        return Utterance.text(text);
    }

    /// As another conversion would keep it.
    public void keep(String text, String buyer) {
        Mp3 audio = Mp3.silence(new FrameHeader(0xfff364c4), 1 + text.length());
        chunks.keep(
                ChunkKey.of(said(text), Profiles.JOANNA),
                audio,
                new ChunkStore.Kept(
                        audio.run(),
                        new ChunkStore.Receipt(text.length(), buyer),
                        Optional.empty()));
    }

    public static Job job(String id) {
        return job(id, Optional.empty());
    }

    public static Job job(String id, Optional<String> voice) {
        return new Job(
                id,
                "public",
                new ArticleSource.Page("https://x.example/"),
                voice,
                Options.USUAL,
                Timing.SENTENCES,
                1);
    }

    public static Job job(ArticleSource source) {
        return new Job(ID, "public", source, Optional.empty(), Options.USUAL, Timing.SENTENCES, 1);
    }

    public static Job withWords(String id) {
        return new Job(
                id,
                "public",
                new ArticleSource.Page("https://x.example/"),
                Optional.empty(),
                Options.USUAL,
                Timing.WORDS,
                1);
    }

    public Conversion.Outcome run(Job job) throws InterruptedException {
        return run(job, Duration.ofHours(10));
    }

    public Conversion.Outcome run(Job job, Duration left) throws InterruptedException {
        return conversion().run(job, Deadline.in(left, time));
    }

    public Audiobook completed(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Completed) run(job)).audiobook();
    }

    public Problem refused(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Refused) run(job)).problem();
    }

    public Quote quoted(Timing timing) throws InterruptedException {
        Quotes quotes =
                new Quotes(
                        new Scripts(articles(), voices(), new RulesInMemory()),
                        voices(),
                        chunks,
                        new Limits(100_000));
        Quotes.Answer answer =
                quotes.quote(
                        new Commission(
                                "public",
                                new ArticleSource.Page("https://x.example/"),
                                Optional.empty(),
                                Options.USUAL,
                                timing));
        return ((Quotes.Answer.Quoted) answer).quote();
    }

    private static Voices voices() {
        return Profiles.of(
                Profiles.JOANNA,
                Profiles.polly("Joanna", "en-US", Profiles.STANDARD),
                Profiles.polly("Joanna", "en-US", Profiles.GENERATIVE),
                Profiles.polly("Amy", "en-GB", Profiles.NEURAL));
    }

    private Articles articles() {
        return new Articles() {
            @Override
            public Loaded page(String url) {
                return loaded;
            }

            @Override
            public Loaded feedPost(String feedUrl, String postId) {
                return loaded;
            }
        };
    }

    private Conversion conversion() {
        return new Conversion(
                new Conversion.Parts(
                        new Scripts(articles(), voices(), new RulesInMemory()),
                        key -> "The text under " + key,
                        voices(),
                        url -> Optional.ofNullable(covers.get(url)),
                        new Speaker.Parts(voice, chunks, claims, time, new Random(7)),
                        shelf,
                        shelf,
                        shelf,
                        new Limits(100_000)));
    }
}
