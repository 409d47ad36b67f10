package io.parler.conversion.aws.store;

import io.parler.conversion.article.Article;
import io.parler.conversion.audio.Chapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chapters in the JSON of Podcasting 2.0, version 1.2.0.
record ChaptersJson(String version, String title, @Nullable String author, List<Entry> chapters) {
    record Entry(double startTime, String title) {}

    static ChaptersJson of(Article article, List<Chapter> chapters) {
        return new ChaptersJson(
                "1.2.0",
                article.title(),
                article.author().orElse(null),
                chapters.stream()
                        .map(
                                chapter ->
                                        new Entry(
                                                TranscriptJson.roundToMilliseconds(chapter.start()),
                                                chapter.title()))
                        .toList());
    }
}
