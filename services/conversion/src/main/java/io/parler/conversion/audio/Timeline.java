package io.parler.conversion.audio;

import io.parler.conversion.voice.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/// When each place of a chunk's text is said: by the times of its words where they are known, else
/// by its share of the characters.
final class Timeline {
    /// A decoder plays what was encoded this much later: the encoder's 576 samples and the
    /// decoder's 529 (LAME, "technical FAQ"); players that cut it off would need an Info frame that
    /// says so, which ours does not.
    private static final int CODEC_DELAY = 1_105;

    /// A word's place in the text and the seconds at which it begins.
    record Word(int start, int end, double seconds) {}

    private final Recording.Heard heard;
    private final List<Word> words;

    private Timeline(Recording.Heard heard, List<Word> words) {
        this.heard = heard;
        this.words = words;
    }

    static Timeline of(Recording.Heard heard) {
        return new Timeline(heard, heard.marks().map(m -> words(heard, m)).orElse(List.of()));
    }

    private static List<Word> words(Recording.Heard heard, List<Mark> marks) {
        IntUnaryOperator place = heard.chunk().utterance().placesIn(heard.chunk().words());
        double delay = heard.start() + (double) CODEC_DELAY / heard.sampleRate();
        return marks.stream()
                .map(
                        mark ->
                                new Word(
                                        place.applyAsInt(mark.start()),
                                        place.applyAsInt(mark.end()),
                                        Math.min(
                                                heard.end(),
                                                delay + mark.milliseconds() / 1_000.0)))
                .toList();
    }

    /// When the part of the text from `start` up to `end` begins.
    double begin(int start, int end) {
        if (start == 0) {
            return heard.start();
        }
        return words.stream()
                .filter(word -> word.start() >= start && word.start() < end)
                .findFirst()
                .map(Word::seconds)
                .orElseGet(() -> byLength(start));
    }

    private double byLength(int place) {
        return heard.start()
                + (heard.end() - heard.start()) * place / heard.chunk().text().length();
    }

    /// The words that begin within a part of the text; each ends where the next one begins.
    List<Transcript.Word> words(int start, int end) {
        List<Transcript.Word> within = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.start() >= start && word.start() < end && word.end() > word.start()) {
                double until = i + 1 < words.size() ? words.get(i + 1).seconds() : heard.end();
                within.add(
                        new Transcript.Word(
                                word.seconds(),
                                Math.max(until, word.seconds()),
                                heard.chunk().text().substring(word.start(), word.end())));
            }
        }
        return within;
    }
}
