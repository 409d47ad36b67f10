package io.parler.conversion.audio;

import io.parler.conversion.article.Article;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import java.util.List;

/// Stores the audio of a conversion and the files that belong to it. Each method returns the key.
public interface AudioStore {
    /// Writes the audio to `{slug}.mp3`.
    String audio(AudioFolder folder, String slug, JoinedAudio audio);

    String transcriptVtt(AudioFolder folder, String vtt);

    String transcript(AudioFolder folder, Transcript transcript);

    String chapters(AudioFolder folder, Article article, List<Chapter> chapters);

    String script(AudioFolder folder, Article article, Script script);

    /// Deletes all files of a conversion.
    void delete(String id);
}
