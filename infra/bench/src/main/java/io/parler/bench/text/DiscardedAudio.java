package io.parler.bench.text;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.AudioFolder;
import io.parler.conversion.audio.AudioStore;
import io.parler.conversion.audio.Chapter;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes audio to nowhere.
final class DiscardedAudio implements AudioStore {
    @Override
    public String audio(AudioFolder folder, String slug, JoinedAudio audio) {
        try {
            audio.writeTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return slug;
    }

    @Override
    public String transcriptVtt(AudioFolder folder, String vtt) {
        return folder.id();
    }

    @Override
    public String transcript(AudioFolder folder, Transcript transcript) {
        return folder.id();
    }

    @Override
    public String chapters(AudioFolder folder, Article article, List<Chapter> chapters) {
        return folder.id();
    }

    @Override
    public void delete(String id) {}

    @Override
    public String script(AudioFolder folder, Article article, Script script) {
        return folder.id();
    }
}
