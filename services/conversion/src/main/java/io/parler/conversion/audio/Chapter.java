package io.parler.conversion.audio;

import io.parler.conversion.mp3.Id3Tag;
import io.parler.conversion.script.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A chapter of the audio: the title of the post or a heading, and the second at which it starts.
public record Chapter(double start, String title) {
    static List<Chapter> of(Recording recording) {
        List<Chapter> chapters = new ArrayList<>();
        Optional<Passage> last = Optional.empty();
        for (Recording.TimedChunk timed : recording.timedChunks()) {
            Passage passage = timed.passage();
            boolean opens =
                    passage.role() == Passage.Role.TITLE || passage.role() == Passage.Role.HEADING;
            if (opens && !last.equals(Optional.of(passage))) {
                double start = last.isEmpty() ? 0 : timed.start();
                chapters.add(new Chapter(start, passage.text()));
            }
            last = Optional.of(passage);
        }
        return List.copyOf(chapters);
    }

    static List<Id3Tag.Chapter> inTag(List<Chapter> chapters) {
        return chapters.stream()
                .map(chapter -> new Id3Tag.Chapter(chapter.start(), chapter.title()))
                .toList();
    }
}
