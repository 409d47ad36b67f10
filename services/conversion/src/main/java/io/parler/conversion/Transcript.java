package io.parler.conversion;

import io.parler.conversion.script.Passage;
import java.util.ArrayList;
import java.util.List;

/// What is said and when, sentence by sentence.
public record Transcript(String language, double seconds, List<Cue> cues) {
    /// One sentence of a block.
    public record Cue(String block, Passage.Role role, double start, double end, String text) {}

    public Transcript {
        cues = List.copyOf(cues);
    }

    /// Where a chunk begins and ends is exact; inside it, a sentence gets the time its share of the
    /// characters takes.
    static Transcript of(Recording recording, String language) {
        Sentences sentences = new Sentences(language);
        List<Cue> cues = new ArrayList<>();
        for (Recording.Heard heard : recording.heard()) {
            double perCharacter = (heard.end() - heard.start()) / heard.text().length();
            int at = 0;
            for (String sentence : sentences.of(heard.text())) {
                double start = heard.start() + at * perCharacter;
                at += sentence.length();
                double end = heard.start() + at * perCharacter;
                cues.add(
                        new Cue(
                                heard.passage().block(),
                                heard.passage().role(),
                                start,
                                end,
                                sentence.strip()));
            }
        }
        return new Transcript(language, recording.seconds(), cues);
    }

    /// The same as WebVTT.
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
        return "%02d:%02d:%02d.%03d"
                .formatted(ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
