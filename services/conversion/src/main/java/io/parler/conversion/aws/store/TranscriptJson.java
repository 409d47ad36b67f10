package io.parler.conversion.aws.store;

import io.parler.conversion.audio.Transcript;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A transcript in the JSON of Podcasting 2.0 (`version`, and `segments` with `startTime`,
/// `endTime` and `body`). Each segment also has its block.
record TranscriptJson(String version, String language, double seconds, List<Segment> segments) {
    /// `words` is absent if their times are unknown.
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
                                                roundToMilliseconds(cue.start()),
                                                roundToMilliseconds(cue.end()),
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
                                                roundToMilliseconds(word.start()),
                                                roundToMilliseconds(word.end()),
                                                word.text()))
                        .toList();
    }

    static double roundToMilliseconds(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
