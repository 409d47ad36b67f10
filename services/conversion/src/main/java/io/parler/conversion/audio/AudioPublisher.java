package io.parler.conversion.audio;

import io.parler.conversion.ConcurrentTasks;
import io.parler.conversion.article.Article;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.Id3Tag;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Joins the synthesized chunks and stores the audio with its transcript, chapters and script,
/// concurrently.
public final class AudioPublisher {
    private static final int MAX_LYRICS = 100_000;

    private final AudioStore store;
    private final ChunkStore chunks;
    private final LoudnessTarget loudness;

    public AudioPublisher(AudioStore store, ChunkStore chunks, LoudnessTarget loudness) {
        this.store = store;
        this.chunks = chunks;
        this.loudness = loudness;
    }

    /// The prepared article of a conversion and its synthesized chunks.
    public record Content(
            AudioFolder folder,
            AccountId account,
            Preparation.Prepared.Ready prepared,
            List<Chunk> chunks,
            Map<Utterance, ChunkStore.Metadata> audio) {
        /// The characters for which this conversion was billed, in this run or an earlier one.
        int billedCharacters() {
            return audio.values().stream()
                    .mapToInt(metadata -> metadata.billedTo(folder.id()))
                    .sum();
        }
    }

    public Audiobook publish(Content content, Optional<byte[]> cover) {
        AudioFolder folder = content.folder();
        Article article = content.prepared().article();
        Script script = content.prepared().script();
        VoiceProfile voice = content.prepared().voice();
        Recording recording =
                Recording.of(
                        content.account(),
                        script,
                        content.chunks(),
                        content.audio(),
                        voice,
                        chunks,
                        loudness);
        Transcript transcript = Transcript.of(recording, script.language());
        List<Chapter> chapters = Chapter.of(recording);
        JoinedAudio joined =
                new JoinedAudio(tag(article, transcript, chapters, cover), recording.pieces());
        try (ConcurrentTasks tasks = new ConcurrentTasks()) {
            Supplier<String> audio =
                    tasks.start(() -> store.audio(folder, Slug.of(article.title()), joined));
            Supplier<String> vtt =
                    tasks.start(() -> store.transcriptVtt(folder, transcript.toVtt()));
            Supplier<String> json = tasks.start(() -> store.transcript(folder, transcript));
            Supplier<String> chaptersKey =
                    tasks.start(() -> store.chapters(folder, article, chapters));
            ConcurrentTasks.await(tasks.start(() -> store.script(folder, article, script)));
            return new Audiobook(
                    article.title(),
                    article.author(),
                    article.url(),
                    article.imageUrl(),
                    article.published(),
                    script.language(),
                    voice.id().toString(),
                    voice.engine().id(),
                    new Audiobook.Audio(audio.get(), joined.length(), joined.seconds()),
                    vtt.get(),
                    json.get(),
                    chaptersKey.get(),
                    script.characters(),
                    content.billedCharacters(),
                    voice.engine().pricing().price(content.billedCharacters()),
                    ShowNotes.of(article, script.language(), chapters));
        }
    }

    /// The tag comes before the audio, so a very long text would delay its start.
    private static String lyrics(Transcript transcript) {
        String text = transcript.text();
        return text.length() <= MAX_LYRICS ? text : "";
    }

    private static Id3Tag tag(
            Article article,
            Transcript transcript,
            List<Chapter> chapters,
            Optional<byte[]> cover) {
        return Id3Tag.of(
                new Id3Tag.Metadata(
                        article.title(),
                        article.author(),
                        article.published(),
                        article.url(),
                        transcript.language(),
                        transcript.seconds(),
                        Chapter.inTag(chapters),
                        cover,
                        article.siteName(),
                        lyrics(transcript)));
    }
}
