package io.parler.conversion.audio;

import io.parler.conversion.script.Passage;
import io.parler.conversion.speech.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /// Writes the transcript as WebVTT.
    String toVtt() {
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        int number = 1;
        for (Cue cue : cues) {
            vtt.append('\n')
                    .append(number++)
                    .append('\n')
                    .append(timestamp(cue.start()))
                    .append(" --> ")
                    .append(timestamp(cue.end()))
                    .append('\n')
                    .append(escaped(cue.text()))
                    .append('\n');
        }
        return vtt.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String timestamp(double seconds) {
        long ms = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                ms / 3_600_000,
                ms / 60_000 % 60,
                ms / 1000 % 60,
                ms % 1000);
    }
}
