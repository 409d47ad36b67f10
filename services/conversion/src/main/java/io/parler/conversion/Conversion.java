package io.parler.conversion;

import io.parler.conversion.mp3.Id3Tag;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Article;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One conversion from start to end: article, voice, script, speech, join, and word of how it goes.
/// Doing it again, after a crash or a second delivery, does only what is missing.
public final class Conversion {
    /// Kept free before the deadline for joining and storing what was spoken.
    private static final Duration FOR_THE_JOIN = Duration.ofSeconds(15);

    private final Scripts scripts;
    private final Texts texts;
    private final Voices voices;
    private final Speaker.Parts speaking;
    private final AudioStore store;
    private final Finished finished;
    private final Progress progress;
    private final int mostCharacters;

    /// @param mostCharacters that may be spoken in one conversion
    public Conversion(
            Scripts scripts,
            Texts texts,
            Voices voices,
            Speaker.Parts speaking,
            AudioStore store,
            Finished finished,
            Progress progress,
            int mostCharacters) {
        this.scripts = scripts;
        this.texts = texts;
        this.voices = voices;
        this.speaking = speaking;
        this.store = store;
        this.finished = finished;
        this.progress = progress;
        this.mostCharacters = mostCharacters;
    }

    /// How a run ended. Whatever is not listed here is thrown, and the job retried.
    public sealed interface Outcome {
        record Completed(Audiobook audiobook) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}

        /// The time was up; the chunks spoken are kept, and another run goes on from there.
        record Unfinished(int chunksSpoken) implements Outcome {}
    }

    public Outcome run(Job job, Deadline deadline) throws InterruptedException {
        Optional<Audiobook> before = finished.find(job.id());
        Outcome outcome =
                before.isPresent() ? new Outcome.Completed(before.get()) : convert(job, deadline);
        switch (outcome) {
            case Outcome.Completed completed -> progress.completed(job, completed.audiobook());
            case Outcome.Refused refused -> progress.failed(job, refused.problem());
            case Outcome.Unfinished _ -> {}
        }
        return outcome;
    }

    private Outcome convert(Job job, Deadline deadline) throws InterruptedException {
        progress.started(job);
        return switch (load(job.source())) {
            case Articles.Loaded.Refused refused -> new Outcome.Refused(refused.problem());
            case Articles.Loaded.Found found -> speak(job, found.article(), deadline);
        };
    }

    private Articles.Loaded load(Job.Source source) throws InterruptedException {
        return scripts.load(
                switch (source) {
                    case Job.Source.Given given -> given;
                    case Job.Source.StoredText text ->
                            new Job.Source.Text(
                                    text.title(), texts.text(text.key()), text.language());
                });
    }

    private Outcome speak(Job job, Article article, Deadline deadline) throws InterruptedException {
        return switch (VoiceChoice.of(job.voice(), article.language(), voices.all())) {
            case VoiceChoice.Choice.Refused refused -> new Outcome.Refused(refused.problem());
            case VoiceChoice.Choice.Chosen chosen -> speak(job, article, chosen.voice(), deadline);
        };
    }

    private Outcome speak(Job job, Article article, VoiceProfile voice, Deadline deadline)
            throws InterruptedException {
        String language = Scripts.language(article, voice);
        Script script = scripts.write(job.accountId(), article, language, job.options());
        int total = script.characters();
        if (script.isEmpty()) {
            return new Outcome.Refused(Problem.nothingToSay());
        }
        if (total > mostCharacters) {
            return new Outcome.Refused(Problem.textTooLong(total, mostCharacters));
        }
        Narration narration = new Narration("polly", voice, voice.preferredEngine());
        List<Chunk> chunks = Chunks.of(script, narration.dialect());
        Deadline spoken = deadline.earlier(FOR_THE_JOIN);
        Reading reading = new Reading(new Speaker(speaking, narration, job.id(), spoken), spoken);
        Reading.End end =
                reading.all(
                        chunks,
                        new EverySecond(
                                done -> progress.progressed(job, done, total), speaking.time()));
        return switch (end) {
            case Reading.End.Unfinished unfinished ->
                    new Outcome.Unfinished(unfinished.chunksSpoken());
            case Reading.End.Refused refused ->
                    new Outcome.Refused(
                            Problem.speechRefused(
                                    refused.reason().sentence(),
                                    beginning(refused.chunk().text())));
            case Reading.End.Read read ->
                    new Outcome.Completed(
                            publish(job, article, script, chunks, narration, read.audio()));
        };
    }

    private Audiobook publish(
            Job job,
            Article article,
            Script script,
            List<Chunk> chunks,
            Narration narration,
            Map<Utterance, ChunkStore.Kept> audio) {
        Recording recording = Recording.of(script, chunks, audio, narration, speaking.chunks());
        Transcript transcript = Transcript.of(recording, script.language());
        List<Chapter> chapters = Chapter.of(recording);
        JoinedAudio joined =
                new JoinedAudio(
                        Id3Tag.of(
                                new Id3Tag.Facts(
                                        article.title(),
                                        article.author(),
                                        article.published(),
                                        article.url(),
                                        script.language(),
                                        recording.seconds(),
                                        Chapter.inTag(chapters))),
                        recording.pieces());
        String id = job.id();
        store.script(id, article, script);
        Audiobook audiobook =
                new Audiobook(
                        article.title(),
                        article.author(),
                        article.url(),
                        article.imageUrl(),
                        article.published(),
                        script.language(),
                        narration.voice().id(),
                        narration.engine().id(),
                        new Audiobook.Audio(
                                store.audio(id, Slug.of(article.title()), joined),
                                joined.length(),
                                joined.seconds()),
                        store.transcriptVtt(id, transcript.toVtt()),
                        store.transcript(id, transcript),
                        store.chapters(id, article, chapters),
                        script.characters(),
                        billed(id, audio));
        finished.keep(id, audiobook);
        return audiobook;
    }

    /// What this conversion bought, in this run or an earlier one; not what others did before.
    private static int billed(String id, Map<Utterance, ChunkStore.Kept> audio) {
        return audio.values().stream()
                .filter(kept -> kept.boughtBy().equals(id))
                .mapToInt(ChunkStore.Kept::billedCharacters)
                .sum();
    }

    private static String beginning(String text) {
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 60))) + "…";
    }
}
