package io.parler.bench.speech;

import io.parler.conversion.article.Article;
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
    public String audio(String id, String slug, JoinedAudio audio) {
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
    public String transcript(String id, Transcript published) {
        transcript = published;
        return id;
    }

    @Override
    public String transcriptVtt(String id, String vtt) {
        return id;
    }

    @Override
    public String chapters(String id, Article article, List<Chapter> chapters) {
        return id;
    }

    @Override
    public String script(String id, Article article, Script script) {
        return id;
    }

    @Override
    public void delete(String id) {}
}
