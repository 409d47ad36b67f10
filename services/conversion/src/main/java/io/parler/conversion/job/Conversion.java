package io.parler.conversion.job;

import io.parler.conversion.ConversionProblems;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioPublisher;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.CoverLoader;
import io.parler.conversion.audio.LoudnessTarget;
import io.parler.conversion.audio.PendingCover;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkLookup;
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

    /// Reserved before the deadline of a run that joins nothing, to queue the next one.
    private static final Duration HANDOVER_RESERVE = Duration.ofSeconds(5);

    /// How long to wait for the cover when everything else is done.
    private static final Duration COVER_TIMEOUT = Duration.ofSeconds(5);

    private final Dependencies dependencies;
    private final Preparation preparation;
    private final AudioPublisher publisher;
    private final ConversionDeletion deletion;

    /// The ports and limits of all conversions.
    public record Dependencies(
            ScriptPreparer scripts,
            TextStore texts,
            VoiceCatalog voices,
            CoverLoader covers,
            SpeechClient.Dependencies speech,
            AudioStore store,
            CompletedConversions finished,
            DeletedConversions deleted,
            QuotaReservation quota,
            Progress progress,
            LoudnessTarget loudness,
            Limits limits) {}

    public Conversion(Dependencies dependencies) {
        this.dependencies = dependencies;
        this.preparation =
                new Preparation(
                        dependencies.scripts(), dependencies.voices(), dependencies.limits());
        this.deletion =
                new ConversionDeletion(
                        dependencies.deleted(), dependencies.store(), dependencies.finished());
        this.publisher =
                new AudioPublisher(
                        dependencies.store(),
                        dependencies.speech().chunks(),
                        dependencies.loudness());
    }

    /// The outcome of a run. Everything else is thrown, and the job is retried.
    public sealed interface Outcome {
        record Completed(Audiobook audiobook) implements Outcome {}

        /// A problem for the user, and what was billed all the same.
        record Refused(Problem problem, Optional<Charge> charge) implements Outcome {}

        /// It was deleted, and what earlier runs were billed is unknown: nothing is published, and
        /// its characters stay reserved.
        record Deleted() implements Outcome {}

        /// Time ran out. The synthesized chunks are stored, and the next run continues from there.
        record Unfinished(int chunksSynthesized) implements Outcome {}
    }

    public Outcome run(Job job, Deadline deadline) throws InterruptedException {
        Optional<Audiobook> stored = dependencies.finished().get(job.id());
        Outcome outcome;
        if (deletion.isDeleted(job.id())) {
            outcome = deletedBefore(job);
        } else if (stored.isPresent()) {
            outcome = new Outcome.Completed(stored.get());
        } else {
            outcome = convert(job, deadline);
        }
        switch (outcome) {
            case Outcome.Completed completed ->
                    dependencies.progress().completed(job, completed.audiobook());
            case Outcome.Refused refused ->
                    dependencies.progress().failed(job, refused.problem(), refused.charge());
            case Outcome.Unfinished _, Outcome.Deleted _ -> {}
        }
        return outcome;
    }

    /// Only a first run can't have been billed.
    private static Outcome deletedBefore(Job job) {
        return job.attempt() == 1
                ? new Outcome.Refused(ConversionProblems.deleted(), Optional.empty())
                : new Outcome.Deleted();
    }

    private Outcome convert(Job job, Deadline deadline) throws InterruptedException {
        dependencies.progress().started(job);
        try {
            return switch (preparation.of(spec(job))) {
                case Preparation.Prepared.Refused refused ->
                        new Outcome.Refused(refused.problem(), Optional.empty());
                case Preparation.Prepared.Ready ready -> synthesize(job, ready, deadline);
            };
        } catch (ProblemException e) {
            return new Outcome.Refused(e.problem(), Optional.empty());
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
        return new ConversionSpec(job.account(), source, job.voice(), job.options(), job.timing());
    }

    private Outcome synthesize(Job job, Preparation.Prepared.Ready ready, Deadline deadline)
            throws InterruptedException {
        Script script = ready.script();
        List<Chunk> chunks = Chunker.of(script, ready.voice());
        Optional<Outcome> refused = reserve(job, chunks, ready.voice());
        if (refused.isPresent()) {
            return refused.get();
        }
        SpeechClient.Deadlines deadlines =
                new SpeechClient.Deadlines(
                        deadline.minus(JOIN_RESERVE), deadline.minus(HANDOVER_RESERVE));
        try (PendingCover cover =
                PendingCover.fetch(ready.article().imageUrl(), dependencies.covers())) {
            return switch (synthesizeChunks(
                    job, chunks, ready.voice(), script.characters(), deadlines)) {
                case ChunkSynthesis.Result.Unfinished unfinished ->
                        new Outcome.Unfinished(unfinished.chunksSynthesized());
                case ChunkSynthesis.Result.Refused(Chunk chunk, CallResult.Reason reason) ->
                        new Outcome.Refused(
                                speechRefused(script, chunk, reason),
                                charge(job, ready.voice(), lookup(job, chunks, ready.voice())));
                case ChunkSynthesis.Result.Completed completed ->
                        completed(
                                new AudioPublisher.Content(
                                        new AudioFolder(job.id(), job.visibility()),
                                        job.account(),
                                        ready,
                                        chunks,
                                        completed.audio()),
                                cover.await(COVER_TIMEOUT));
            };
        }
    }

    /// Before anything is bought: now it is known what all runs of this conversion will be billed.
    private Optional<Outcome> reserve(Job job, List<Chunk> chunks, VoiceProfile voice) {
        ChunkLookup stored = lookup(job, chunks, voice);
        int exact = stored.billable(job.timing()) + stored.billedTo(job.id());
        return dependencies
                .quota()
                .reserve(job.id(), job.account(), exact)
                .map(problem -> new Outcome.Refused(problem, charge(job, voice, stored)));
    }

    private ChunkLookup lookup(Job job, List<Chunk> chunks, VoiceProfile voice) {
        return ChunkLookup.of(job.account(), chunks, voice, dependencies.speech().chunks());
    }

    private static Optional<Charge> charge(Job job, VoiceProfile voice, ChunkLookup stored) {
        return Optional.of(new Charge(voice, stored.billedTo(job.id())))
                .filter(charge -> charge.characters() > 0);
    }

    private ChunkSynthesis.Result synthesizeChunks(
            Job job,
            List<Chunk> chunks,
            VoiceProfile voice,
            int total,
            SpeechClient.Deadlines deadlines)
            throws InterruptedException {
        SpeechClient.JobSpec spec =
                new SpeechClient.JobSpec(
                        job.id(), job.account(), voice, job.timing() == Timing.WORDS);
        try (ProgressReporter reporter =
                new ProgressReporter(
                        done -> dependencies.progress().progressed(job, done, total))) {
            return new ChunkSynthesis(new SpeechClient(dependencies.speech(), spec, deadlines))
                    .synthesize(
                            chunks, new ProgressThrottle(reporter, dependencies.speech().time()));
        }
    }

    private Outcome completed(AudioPublisher.Content content, Optional<byte[]> cover) {
        String id = content.folder().id();
        Audiobook audiobook = publisher.publish(content, cover);
        dependencies.finished().put(id, audiobook);
        if (deletion.isDeleted(id)) {
            deletion.deleteFiles(id);
            return new Outcome.Refused(
                    ConversionProblems.deleted(),
                    Optional.of(
                            new Charge(content.prepared().voice(), audiobook.billedCharacters())));
        }
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
