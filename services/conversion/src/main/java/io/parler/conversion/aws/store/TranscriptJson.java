package io.parler.conversion.aws.store;

import io.parler.conversion.audio.Transcript;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A transcript in the JSON of Podcasting 2.0 (`version`, `segments` with `startTime`, `endTime`,
/// `body`), and for each segment the article's block it is from.
record TranscriptJson(String version, String language, double seconds, List<Segment> segments) {
    /// `words` only where their times are known.
    record Segment(
            double startTime,
            double endTime,
            String body,
            String block,
            String role,
            @Nullable List<Word> words) {}

    record Word(double startTime, double endTime, String body) {}

    static TranscriptJson of(Transcript transcript) {
        return new TranscriptJson(
                "1.0.0",
                transcript.language(),
                transcript.seconds(),
                transcript.cues().stream()
                        .map(
                                cue ->
                                        new Segment(
                                                milliseconds(cue.start()),
                                                milliseconds(cue.end()),
                                                cue.text(),
                                                cue.block(),
                                                cue.role().name().toLowerCase(Locale.ROOT),
                                                words(cue)))
                        .toList());
    }

    private static @Nullable List<Word> words(Transcript.Cue cue) {
        return cue.words().isEmpty()
                ? null
                : cue.words().stream()
                        .map(
                                word ->
                                        new Word(
                                                milliseconds(word.start()),
                                                milliseconds(word.end()),
                                                word.text()))
                        .toList();
    }

    static double milliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
