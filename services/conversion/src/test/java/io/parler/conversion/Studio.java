package io.parler.conversion;

import io.parler.conversion.script.Article;
import io.parler.conversion.script.Options;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// A conversion with all it needs, in memory.
final class Studio {
    static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    static final Narration NARRATION =
            new Narration(
                    "polly",
                    new VoiceProfile("Joanna", "Joanna", "en-US", "Female", List.of(Engine.NEURAL)),
                    Engine.NEURAL);

    final SteppedTime time = new SteppedTime();
    final ChunksInMemory chunks = new ChunksInMemory();
    final QuietVoice voice = new QuietVoice();
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

    static Job job(String id) {
        return job(id, Optional.empty());
    }

    static Job job(String id, Optional<String> voice) {
        return new Job(
                id, "public", new Job.Source.Page("https://x.example/"), voice, Options.USUAL, 1);
    }

    static Job job(Job.Source source) {
        return new Job(ID, "public", source, Optional.empty(), Options.USUAL, 1);
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
                new Scripts(articles, () -> List.of(NARRATION.voice()), new RulesInMemory()),
                key -> "The text under " + key,
                () -> List.of(NARRATION.voice()),
                new Speaker.Parts(voice, chunks, time, new Random(7)),
                shelf,
                shelf,
                shelf,
                100_000);
    }
}
