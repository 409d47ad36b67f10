package io.parler.conversion.audio;

import io.parler.conversion.Together;
import io.parler.conversion.article.Article;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.Id3Tag;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.VoiceProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what was spoken together and stores it with all that belongs to it, everything at once.
public final class Publication {
    private final AudioStore store;
    private final ChunkStore chunks;

    public Publication(AudioStore store, ChunkStore chunks) {
        this.store = store;
        this.chunks = chunks;
    }

    /// What was spoken of an article, for a conversion.
    public record Material(
            String id,
            Preparation.Prepared.Ready prepared,
            List<Chunk> chunks,
            Map<Utterance, ChunkStore.Kept> audio) {
        /// What this conversion bought, in this run or an earlier one; not what others did before.
        int billedCharacters() {
            return audio.values().stream().mapToInt(kept -> kept.billedTo(id)).sum();
        }
    }

    public Audiobook of(Material spoken, Optional<byte[]> cover) {
        String id = spoken.id();
        Article article = spoken.prepared().article();
        Script script = spoken.prepared().script();
        VoiceProfile voice = spoken.prepared().voice();
        Recording recording = Recording.of(script, spoken.chunks(), spoken.audio(), voice, chunks);
        Transcript transcript = Transcript.of(recording, script.language());
        List<Chapter> chapters = Chapter.of(recording);
        JoinedAudio joined =
                new JoinedAudio(
                        tag(article, script.language(), recording.seconds(), chapters, cover),
                        recording.pieces());
        try (Together storing = new Together()) {
            var audio = storing.begin(() -> store.audio(id, Slug.of(article.title()), joined));
            var vtt = storing.begin(() -> store.transcriptVtt(id, transcript.toVtt()));
            var json = storing.begin(() -> store.transcript(id, transcript));
            var contents = storing.begin(() -> store.chapters(id, article, chapters));
            Together.await(storing.begin(() -> store.script(id, article, script)));
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
                    contents.get(),
                    script.characters(),
                    spoken.billedCharacters());
        }
    }

    private static Id3Tag tag(
            Article article,
            String language,
            double seconds,
            List<Chapter> chapters,
            Optional<byte[]> cover) {
        return Id3Tag.of(
                new Id3Tag.Facts(
                        article.title(),
                        article.author(),
                        article.published(),
                        article.url(),
                        language,
                        seconds,
                        Chapter.inTag(chapters),
                        cover));
    }
}
