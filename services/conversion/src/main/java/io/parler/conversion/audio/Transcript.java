package io.parler.conversion.audio;

import io.parler.conversion.script.Passage;
import io.parler.conversion.speech.Sentences;
import java.util.ArrayList;
import java.util.List;

/// The sentences of a recording with their times.
public record Transcript(String language, double seconds, List<Cue> cues) {
    /// One sentence of a block, with its words if their times are known.
    public record Cue(
            String block,
            Passage.Role role,
            double start,
            double end,
            String text,
            List<Word> words) {
        public Cue {
            words = List.copyOf(words);
        }
    }

    public record Word(double start, double end, String text) {}

    public Transcript {
        cues = List.copyOf(cues);
    }

    /// The start and end of a chunk are exact, even if the times within it are estimated.
    static Transcript of(Recording recording, String language) {
        Sentences sentences = new Sentences(language);
        List<Cue> cues = new ArrayList<>();
        recording.timedChunks().forEach(timed -> cues.addAll(cues(timed, sentences)));
        return new Transcript(language, recording.seconds(), cues);
    }

    private static List<Cue> cues(Recording.TimedChunk timed, Sentences sentences) {
        String text = timed.chunk().text();
        List<String> all = sentences.of(text);
        ChunkTimeline timeline = ChunkTimeline.of(timed, all);
        List<Cue> cues = new ArrayList<>();
        int start = 0;
        double begin = timed.start();
        for (int i = 0; i < all.size(); i++) {
            int end = start + all.get(i).length();
            boolean last = i + 1 == all.size();
            double next =
                    last
                            ? timed.end()
                            : Math.max(begin, timeline.startOf(end, end + all.get(i + 1).length()));
            cues.add(
                    new Cue(
                            timed.passage().block(),
                            timed.passage().role(),
                            begin,
                            next,
                            all.get(i).strip(),
                            timeline.words(start, end)));
            start = end;
            begin = next;
        }
        return cues;
    }

    String toVtt() {
        return VttWriter.write(this);
    }

    /// The sentences, with an empty line between blocks.
    String text() {
        StringBuilder text = new StringBuilder();
        String block = cues.isEmpty() ? "" : cues.getFirst().block();
        for (Cue cue : cues) {
            boolean first = text.isEmpty();
            text.append(first ? "" : cue.block().equals(block) ? " " : "\n\n").append(cue.text());
            block = cue.block();
        }
        return text.toString();
    }
}
