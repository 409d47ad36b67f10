package io.parler.conversion.job;

import io.parler.conversion.ConversionProblems;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.audio.AudioPublisher;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.CoverLoader;
import io.parler.conversion.audio.PendingCover;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.preparation.ConversionSpec;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.script.Script;
import io.parler.conversion.synthesis.ChunkSynthesis;
import io.parler.conversion.synthesis.ProgressThrottle;
import io.parler.conversion.synthesis.SpeechClient;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.request.Timing;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Runs one conversion: loads the article, selects the voice, writes the script, synthesizes and
/// joins the audio, and reports the progress. Running it again, after a crash or a second delivery,
/// only does what is missing.
public final class Conversion {
    /// Reserved before the deadline, to join and store the audio.
    private static final Duration JOIN_RESERVE = Duration.ofSeconds(15);

    /// How long to wait for the cover when everything else is done.
    private static final Duration COVER_TIMEOUT = Duration.ofSeconds(5);

    private final Dependencies dependencies;
    private final Preparation preparation;
    private final AudioPublisher publisher;

    /// The ports and limits of all conversions.
    public record Dependencies(
            ScriptPreparer scripts,
            TextStore texts,
            VoiceCatalog voices,
            CoverLoader covers,
            SpeechClient.Dependencies speech,
            AudioStore store,
            CompletedConversions finished,
            Progress progress,
            Limits limits) {}

    public Conversion(Dependencies dependencies) {
        this.dependencies = dependencies;
        this.preparation =
                new Preparation(
                        dependencies.scripts(), dependencies.voices(), dependencies.limits());
        this.publisher = new AudioPublisher(dependencies.store(), dependencies.speech().chunks());
    }

    /// The outcome of a run. Everything else is thrown, and the job is retried.
    public sealed interface Outcome {
        record Completed(Audiobook audiobook) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}

        /// Time ran out. The synthesized chunks are stored, and the next run continues from there.
        record Unfinished(int chunksSynthesized) implements Outcome {}
    }

    public Outcome run(Job job, Deadline deadline) throws InterruptedException {
        Optional<Audiobook> stored = dependencies.finished().get(job.id());
        Outcome outcome =
                stored.isPresent() ? new Outcome.Completed(stored.get()) : convert(job, deadline);
        switch (outcome) {
            case Outcome.Completed completed ->
                    dependencies.progress().completed(job, completed.audiobook());
            case Outcome.Refused refused -> dependencies.progress().failed(job, refused.problem());
            case Outcome.Unfinished _ -> {}
        }
        return outcome;
    }

    private Outcome convert(Job job, Deadline deadline) throws InterruptedException {
        dependencies.progress().started(job);
        try {
            return switch (preparation.of(spec(job))) {
                case Preparation.Prepared.Refused refused -> new Outcome.Refused(refused.problem());
                case Preparation.Prepared.Ready ready -> synthesize(job, ready, deadline);
            };
        } catch (ProblemException e) {
            return new Outcome.Refused(e.problem());
        }
    }

    private ConversionSpec spec(Job job) {
        ArticleSource.Loadable source =
                switch (job.source()) {
                    case ArticleSource.Loadable given -> given;
                    case ArticleSource.StoredText text ->
                            new ArticleSource.PastedText(
                                    text.title(),
                                    dependencies.texts().get(text.key()),
                                    text.language());
                };
        return new ConversionSpec(
                job.accountId(), source, job.voice(), job.options(), job.timing());
    }

    private Outcome synthesize(Job job, Preparation.Prepared.Ready ready, Deadline deadline)
            throws InterruptedException {
        Script script = ready.script();
        List<Chunk> chunks = Chunker.of(script, ready.voice());
        Deadline synthesisDeadline = deadline.minus(JOIN_RESERVE);
        try (PendingCover cover =
                PendingCover.fetch(ready.article().imageUrl(), dependencies.covers())) {
            return switch (synthesizeChunks(
                    job, chunks, ready.voice(), script.characters(), synthesisDeadline)) {
                case ChunkSynthesis.Result.Unfinished unfinished ->
                        new Outcome.Unfinished(unfinished.chunksSynthesized());
                case ChunkSynthesis.Result.Refused refused ->
                        new Outcome.Refused(
                                speechRefused(script, refused.chunk(), refused.reason()));
                case ChunkSynthesis.Result.Completed completed ->
                        completed(
                                new AudioPublisher.Content(
                                        job.id(), ready, chunks, completed.audio()),
                                cover.await(COVER_TIMEOUT));
            };
        }
    }

    private ChunkSynthesis.Result synthesizeChunks(
            Job job, List<Chunk> chunks, VoiceProfile voice, int total, Deadline deadline)
            throws InterruptedException {
        SpeechClient.JobSpec spec =
                new SpeechClient.JobSpec(job.id(), voice, job.timing() == Timing.WORDS);
        try (ProgressReporter reporter =
                new ProgressReporter(
                        done -> dependencies.progress().progressed(job, done, total))) {
            return new ChunkSynthesis(
                            new SpeechClient(dependencies.speech(), spec, deadline), deadline)
                    .synthesize(
                            chunks, new ProgressThrottle(reporter, dependencies.speech().time()));
        }
    }

    private Outcome completed(AudioPublisher.Content content, Optional<byte[]> cover) {
        Audiobook audiobook = publisher.publish(content, cover);
        dependencies.finished().put(content.id(), audiobook);
        return new Outcome.Completed(audiobook);
    }

    private static Problem speechRefused(Script script, Chunk chunk, CallResult.Reason reason) {
        return ConversionProblems.speechRefused(
                reason.sentence(),
                script.passages().get(chunk.passage()).block(),
                beginning(chunk.text()));
    }

    private static String beginning(String text) {
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 60))) + "…";
    }
}
