package io.parler.conversion.audio;

import io.parler.conversion.article.Article;
import io.parler.conversion.mp3.JoinedAudio;
import io.parler.conversion.script.Script;
import java.util.List;

/// Stores the audio of a conversion and the files that belong to it. Each method returns the key.
public interface AudioStore {
    /// Writes the audio to `audio/{id}/{slug}.mp3`.
    String audio(String id, String slug, JoinedAudio audio);

    String transcriptVtt(String id, String vtt);

    String transcript(String id, Transcript transcript);

    String chapters(String id, Article article, List<Chapter> chapters);

    String script(String id, Article article, Script script);

    /// Deletes all files of a conversion.
    void delete(String id);
}
