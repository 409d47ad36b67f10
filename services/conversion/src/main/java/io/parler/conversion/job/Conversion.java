package io.parler.conversion.job;

import io.parler.conversion.Deadline;
import io.parler.conversion.Problem;
import io.parler.conversion.article.ArticleSource;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Audiobook;
import io.parler.conversion.audio.ComingCover;
import io.parler.conversion.audio.Covers;
import io.parler.conversion.audio.Publication;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.Chunks;
import io.parler.conversion.preparation.Commission;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.preparation.Scripts;
import io.parler.conversion.preparation.Timing;
import io.parler.conversion.script.Script;
import io.parler.conversion.synthesis.EverySecond;
import io.parler.conversion.synthesis.Reading;
import io.parler.conversion.synthesis.Speaker;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.Voices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One conversion from start to end: article, voice, script, speech, join, and word of how it goes.
/// Doing it again, after a crash or a second delivery, does only what is missing.
public final class Conversion {
    /// Kept free before the deadline for joining and storing what was spoken.
    private static final Duration FOR_THE_JOIN = Duration.ofSeconds(15);

    /// The cover is worth this much waiting when all else is done.
    private static final Duration FOR_THE_COVER = Duration.ofSeconds(5);

    private final Parts parts;
    private final Preparation preparation;
    private final Publication publication;

    /// What a conversion needs, whatever is converted.
    public record Parts(
            Scripts scripts,
            Texts texts,
            Voices voices,
            Covers covers,
            Speaker.Parts speaking,
            AudioStore store,
            Finished finished,
            Progress progress,
            Limits limits) {}

    public Conversion(Parts parts) {
        this.parts = parts;
        this.preparation = new Preparation(parts.scripts(), parts.voices(), parts.limits());
        this.publication = new Publication(parts.store(), parts.speaking().chunks());
    }

    /// How a run ended. Whatever is not listed here is thrown, and the job retried.
    public sealed interface Outcome {
        record Completed(Audiobook audiobook) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}

        /// The time was up; the chunks spoken are kept, and another run goes on from there.
        record Unfinished(int chunksSpoken) implements Outcome {}
    }

    public Outcome run(Job job, Deadline deadline) throws InterruptedException {
        Optional<Audiobook> before = parts.finished().find(job.id());
        Outcome outcome =
                before.isPresent() ? new Outcome.Completed(before.get()) : convert(job, deadline);
        switch (outcome) {
            case Outcome.Completed completed ->
                    parts.progress().completed(job, completed.audiobook());
            case Outcome.Refused refused -> parts.progress().failed(job, refused.problem());
            case Outcome.Unfinished _ -> {}
        }
        return outcome;
    }

    private Outcome convert(Job job, Deadline deadline) throws InterruptedException {
        parts.progress().started(job);
        return switch (preparation.of(commission(job))) {
            case Preparation.Prepared.Refused refused -> new Outcome.Refused(refused.problem());
            case Preparation.Prepared.Ready ready -> speak(job, ready, deadline);
        };
    }

    private Commission commission(Job job) {
        ArticleSource.Loadable source =
                switch (job.source()) {
                    case ArticleSource.Loadable given -> given;
                    case ArticleSource.StoredText text ->
                            new ArticleSource.PastedText(
                                    text.title(), parts.texts().text(text.key()), text.language());
                };
        return new Commission(job.accountId(), source, job.voice(), job.options(), job.timing());
    }

    private Outcome speak(Job job, Preparation.Prepared.Ready ready, Deadline deadline)
            throws InterruptedException {
        Script script = ready.script();
        List<Chunk> chunks = Chunks.of(script, ready.voice());
        Deadline spoken = deadline.earlier(FOR_THE_JOIN);
        try (ComingCover cover = ComingCover.fetch(ready.article().imageUrl(), parts.covers())) {
            return switch (read(job, chunks, ready.voice(), script.characters(), spoken)) {
                case Reading.End.Unfinished unfinished ->
                        new Outcome.Unfinished(unfinished.chunksSpoken());
                case Reading.End.Refused refused ->
                        new Outcome.Refused(refusal(script, refused.chunk(), refused.reason()));
                case Reading.End.Read read ->
                        completed(
                                new Publication.Material(job.id(), ready, chunks, read.audio()),
                                cover.within(FOR_THE_COVER));
            };
        }
    }

    private Reading.End read(
            Job job, List<Chunk> chunks, VoiceProfile voice, int total, Deadline deadline)
            throws InterruptedException {
        Speaker.Order order = new Speaker.Order(job.id(), voice, job.timing() == Timing.WORDS);
        return new Reading(new Speaker(parts.speaking(), order, deadline), deadline)
                .all(
                        chunks,
                        new EverySecond(
                                done -> parts.progress().progressed(job, done, total),
                                parts.speaking().time()));
    }

    private Outcome completed(Publication.Material material, Optional<byte[]> cover) {
        Audiobook audiobook = publication.of(material, cover);
        parts.finished().keep(material.id(), audiobook);
        return new Outcome.Completed(audiobook);
    }

    private static Problem refusal(Script script, Chunk chunk, Answer.Reason reason) {
        return Problem.speechRefused(
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
