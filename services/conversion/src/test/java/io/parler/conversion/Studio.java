package io.parler.conversion;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.script.Article;
import io.parler.conversion.script.Options;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Voices;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// A conversion with all it needs, in memory.
final class Studio {
    static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    final SteppedTime time = new SteppedTime();
    final ChunksInMemory chunks = new ChunksInMemory();
    final ClaimsInMemory claims = new ClaimsInMemory();
    final QuietVoice voice = new QuietVoice();
    final Map<String, byte[]> covers = new HashMap<>();
    final Shelf shelf = new Shelf();
    private Articles.Loaded loaded;

    Studio(Article article) {
        loaded = new Articles.Loaded.Found(article);
    }

    /// What the site shows from now on.
    void shows(Article article) {
        loaded = new Articles.Loaded.Found(article);
    }

    void refuses(Problem problem) {
        loaded = new Articles.Loaded.Refused(problem);
    }

    static Utterance said(String text) {
        return Utterance.text(text);
    }

    /// As another conversion would keep it.
    void keep(String text, String buyer) {
        Mp3 audio = Mp3.silence(new FrameHeader(0xfff364c4), 1 + text.length());
        chunks.keep(
                ChunkKey.of(said(text), Profiles.JOANNA),
                audio,
                new ChunkStore.Kept(
                        audio.run(),
                        new ChunkStore.Receipt(text.length(), buyer),
                        Optional.empty()));
    }

    static Job job(String id) {
        return job(id, Optional.empty());
    }

    static Job job(String id, Optional<String> voice) {
        return new Job(
                id,
                "public",
                new Job.Source.Page("https://x.example/"),
                voice,
                Options.USUAL,
                Timing.SENTENCES,
                1);
    }

    static Job job(Job.Source source) {
        return new Job(ID, "public", source, Optional.empty(), Options.USUAL, Timing.SENTENCES, 1);
    }

    static Job withWords(String id) {
        return new Job(
                id,
                "public",
                new Job.Source.Page("https://x.example/"),
                Optional.empty(),
                Options.USUAL,
                Timing.WORDS,
                1);
    }

    Conversion.Outcome run(Job job) throws InterruptedException {
        return run(job, Duration.ofHours(10));
    }

    Conversion.Outcome run(Job job, Duration left) throws InterruptedException {
        return conversion().run(job, Deadline.in(left, time));
    }

    Audiobook completed(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Completed) run(job)).audiobook();
    }

    Problem refused(Job job) throws InterruptedException {
        return ((Conversion.Outcome.Refused) run(job)).problem();
    }

    Quote quoted(Timing timing) throws InterruptedException {
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
                                new Job.Source.Page("https://x.example/"),
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
