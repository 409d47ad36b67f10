package io.parler.conversion.audio;

import io.parler.conversion.voice.SpeechMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The time of each position in the text of a chunk: taken from the start times of words if they
/// are known, else for sentences from the pauses in the audio, else estimated by its share of the
/// characters.
final class ChunkTimeline {
    /// The delay of the audio, in samples: 576 of the encoder and 529 of the decoder (LAME,
    /// "technical FAQ"). Players only remove it if the Info frame tells them to; ours does not.
    private static final int CODEC_DELAY = 1_105;

    /// A word: its range in the text and its start in seconds.
    record Word(int start, int end, double seconds) {}

    private final Recording.TimedChunk timed;
    private final List<Word> words;
    private final Map<Integer, Double> sentenceStarts;

    private ChunkTimeline(
            Recording.TimedChunk timed, List<Word> words, Map<Integer, Double> sentenceStarts) {
        this.timed = timed;
        this.words = words;
        this.sentenceStarts = sentenceStarts;
    }

    static ChunkTimeline of(Recording.TimedChunk timed, List<String> sentences) {
        List<Word> words = timed.speechMarks().map(m -> words(timed, m)).orElse(List.of());
        return new ChunkTimeline(
                timed, words, words.isEmpty() ? sentenceStarts(timed, sentences) : Map.of());
    }

    /// The start of each sentence but the first, by its offset in the text.
    private static Map<Integer, Double> sentenceStarts(
            Recording.TimedChunk timed, List<String> sentences) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        for (String sentence : sentences) {
            end += sentence.length();
            ends.add(end);
        }
        int[] lengths =
                timed.chunk().words().splitAt(ends).stream()
                        .mapToInt(words -> SpokenLength.of(words.spokenText()))
                        .toArray();
        Map<Integer, Double> starts = new HashMap<>();
        if (lengths.length == sentences.size() && lengths.length > 1) {
            SentenceTimes.of(lengths, timed.pauses(), (timed.end() - timed.start()) * 1_000)
                    .ifPresent(
                            times -> {
                                for (int i = 0; i < times.length; i++) {
                                    starts.put(ends.get(i), timed.start() + times[i] / 1_000);
                                }
                            });
        }
        return starts;
    }

    private static List<Word> words(Recording.TimedChunk timed, List<SpeechMark> speechMarks) {
        IntUnaryOperator textOffset = timed.chunk().utterance().textOffsets(timed.chunk().words());
        double delay = timed.start() + (double) CODEC_DELAY / timed.sampleRate();
        return speechMarks.stream()
                .map(
                        mark ->
                                new Word(
                                        textOffset.applyAsInt(mark.start()),
                                        textOffset.applyAsInt(mark.end()),
                                        Math.min(
                                                timed.end(),
                                                delay + mark.milliseconds() / 1_000.0)))
                .toList();
    }

    /// The start time of the text from `start` to `end`.
    double startOf(int start, int end) {
        if (start == 0) {
            return timed.start();
        }
        return words.stream()
                .filter(word -> word.start() >= start && word.start() < end)
                .findFirst()
                .map(Word::seconds)
                .orElseGet(() -> sentenceStarts.getOrDefault(start, estimate(start)));
    }

    private double estimate(int offset) {
        return timed.start()
                + (timed.end() - timed.start()) * offset / timed.chunk().text().length();
    }

    /// The words that start within a range of the text. Each ends where the next one starts.
    List<Transcript.Word> words(int start, int end) {
        List<Transcript.Word> within = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.start() >= start && word.start() < end && word.end() > word.start()) {
                double until = i + 1 < words.size() ? words.get(i + 1).seconds() : timed.end();
                within.add(
                        new Transcript.Word(
                                word.seconds(),
                                Math.max(until, word.seconds()),
                                timed.chunk().text().substring(word.start(), word.end())));
            }
        }
        return within;
    }
}
