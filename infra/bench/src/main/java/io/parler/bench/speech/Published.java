package io.parler.bench.speech;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a conversion published: its audio and its transcript.
final class Published implements AudioStore {
    private volatile byte @Nullable [] mp3;
    private volatile @Nullable Transcript transcript;

    byte[] mp3() {
        return Objects.requireNonNull(mp3).clone();
    }

    Transcript transcript() {
        return Objects.requireNonNull(transcript);
    }

    @Override
    public String audio(AudioFolder folder, String slug, JoinedAudio audio) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            audio.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mp3 = bytes.toByteArray();
        return slug;
    }

    @Override
    public String transcript(AudioFolder folder, Transcript published) {
        transcript = published;
        return folder.id();
    }

    @Override
    public String transcriptVtt(AudioFolder folder, String vtt) {
        return folder.id();
    }

    @Override
    public String chapters(AudioFolder folder, Article article, List<Chapter> chapters) {
        return folder.id();
    }

    @Override
    public String script(AudioFolder folder, Article article, Script script) {
        return folder.id();
    }

    @Override
    public void delete(String id) {}
}
