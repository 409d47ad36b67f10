package io.parler.conversion.testing;

import io.parler.conversion.Time;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.ArticleLoader;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.LoudnessTarget;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.job.Conversion;
import io.parler.conversion.job.Job;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.preparation.ConversionSpec;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.quote.Quote;
import io.parler.conversion.quote.QuoteCalculator;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.synthesis.SpeechClient;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.request.Timing;
import io.parler.request.Visibility;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A conversion with all its ports in memory.
public final class ConversionInMemory {
    public static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    public final FakeTime time = new FakeTime();
    public final ChunksInMemory chunks = new ChunksInMemory();
    public final ClaimsInMemory claims;
    public final SilentSynthesizer voice = new SilentSynthesizer();
    public final QuotaInMemory quota = new QuotaInMemory();
    public final Map<String, byte[]> covers = new HashMap<>();
    public final OutputInMemory output = new OutputInMemory();
    private final Random random = new Random(7);
    private final Time runTime;
    private ArticleLoader.Loaded loaded;
    private Optional<RuntimeException> failure = Optional.empty();

    /// Runs on `time`.
    public ConversionInMemory(Article article) {
        loaded = new ArticleLoader.Loaded.Found(article);
        runTime = time;
        claims = new ClaimsInMemory(() -> Instant.EPOCH.plusNanos(time.nanos()));
    }

    /// For concurrent runs.
    public ConversionInMemory(Article article, FrozenTime frozen) {
        loaded = new ArticleLoader.Loaded.Found(article);
        runTime = frozen;
        claims = new ClaimsInMemory();
    }

    /// Replaces the article.
    public void shows(Article article) {
        loaded = new ArticleLoader.Loaded.Found(article);
    }

    public void refuses(Problem problem) {
        loaded = new ArticleLoader.Loaded.Refused(problem);
    }

    /// Preparing the article ends with this exception.
    public void failsToPrepare(RuntimeException exception) {
        failure = Optional.of(exception);
    }

    public static Utterance utterance(String text) {
        return Utterance.text(text);
    }

    /// As if another conversion had stored it.
    public void put(String text, String buyer) {
        Mp3 audio = Mp3.silence(new FrameHeader(0xfff364c4), 1 + text.length());
        chunks.put(
                ChunkKey.of(AccountId.OWNER, utterance(text), TestVoices.JOANNA),
                audio,
                new ChunkStore.Metadata(
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
                AccountId.OWNER,
                new ArticleSource.Page("https://x.example/"),
                voice,
                ScriptOptions.DEFAULT,
                Timing.SENTENCES,
                Visibility.PUBLIC,
                1);
    }

    public static Job job(ArticleSource source) {
        return new Job(
                ID,
                AccountId.OWNER,
                source,
                Optional.empty(),
                ScriptOptions.DEFAULT,
                Timing.SENTENCES,
                Visibility.PUBLIC,
                1);
    }

    public static Job job(String id, AccountId account, int attempt) {
        return new Job(
                id,
                account,
                new ArticleSource.Page("https://x.example/"),
                Optional.empty(),
                ScriptOptions.DEFAULT,
                Timing.SENTENCES,
                Visibility.PUBLIC,
                attempt);
    }

    public static Job withWords(String id) {
        return new Job(
                id,
                AccountId.OWNER,
                new ArticleSource.Page("https://x.example/"),
                Optional.empty(),
                ScriptOptions.DEFAULT,
                Timing.WORDS,
                Visibility.PUBLIC,
                1);
    }

    public Conversion.Outcome run(Job job) throws InterruptedException {
        return run(job, Duration.ofHours(10));
    }

    public Conversion.Outcome run(Job job, Duration left) throws InterruptedException {
        return conversion().run(job, Deadline.in(left, runTime::nanos));
    }

    public Audiobook completed(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Completed) run(job)).audiobook();
    }

    public Problem refused(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Refused) run(job)).problem();
    }

    public Quote quoted(Timing timing) throws InterruptedException {
        return quoted(AccountId.OWNER, timing);
    }

    public Quote quoted(AccountId account, Timing timing) throws InterruptedException {
        QuoteCalculator quotes =
                new QuoteCalculator(
                        new ScriptPreparer(articles(), voices(), new PronunciationsInMemory()),
                        voices(),
                        chunks,
                        new Limits(100_000));
        QuoteCalculator.Result answer =
                quotes.quote(
                        new ConversionSpec(
                                account,
                                new ArticleSource.Page("https://x.example/"),
                                Optional.empty(),
                                ScriptOptions.DEFAULT,
                                timing));
        return ((QuoteCalculator.Result.Quoted) answer).quote();
    }

    private static VoiceCatalog voices() {
        return TestVoices.of(
                TestVoices.JOANNA,
                TestVoices.polly("Joanna", "en-US", TestVoices.STANDARD),
                TestVoices.polly("Joanna", "en-US", TestVoices.GENERATIVE),
                TestVoices.polly("Amy", "en-GB", TestVoices.NEURAL));
    }

    private ArticleLoader articles() {
        return new ArticleLoader() {
            @Override
            public Loaded page(String url) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
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
                new Conversion.Dependencies(
                        new ScriptPreparer(articles(), voices(), new PronunciationsInMemory()),
                        key -> "The text under " + key,
                        voices(),
                        url -> Optional.ofNullable(covers.get(url)),
                        new SpeechClient.Dependencies(
                                voice, SilentSynthesizer.MAX_CALL, chunks, claims, runTime, random),
                        output,
                        output,
                        output,
                        quota,
                        output,
                        LoudnessTarget.DEFAULT,
                        new Limits(100_000)));
    }
}
