package io.parler.polly;

import io.parler.polly.Script.Mark;
import io.parler.polly.Script.Part;
import io.parler.polly.Script.Pause;
import io.parler.polly.Script.Phrase;
import io.parler.polly.Script.Sentence;
import io.parler.polly.SpeechEngine.Utterance;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A script said by a voice: as sound, piece after piece, or as the times at which things are said.
final class Performance {
    /// What an answer without a single sound is made of: nothing can play an empty file.
    private static final int SILENT_MILLIS = 100;
    /// Pieces in the making once the first is sent; that one is made alone, so that every caller
    /// hears something soon however many there are.
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    private final SpeechEngine engine;
    private final Voice voice;
    private final List<Part> parts;

    /// Takes the sound as it is made.
    interface Listener {
        void hear(float[] samples) throws IOException;
    }

    Performance(SpeechEngine engine, Voice voice, Script script) {
        this.engine = engine;
        this.voice = voice;
        this.parts = script.parts();
    }

    void play(int sampleRate, Listener listener) throws IOException, InterruptedException {
        boolean silent = true;
        try (ExecutorService makers = Executors.newVirtualThreadPerTaskExecutor()) {
            Deque<Future<float[]>> making = new ArrayDeque<>();
            Iterator<Part> next = parts.iterator();
            try {
                while (next.hasNext() || !making.isEmpty()) {
                    int atOnce = silent ? 1 : AT_ONCE;
                    while (next.hasNext() && making.size() < atOnce) {
                        Part part = next.next();
                        making.add(makers.submit(() -> samples(part, sampleRate)));
                    }
                    float[] samples = made(making.removeFirst());
                    if (samples.length > 0) {
                        silent = false;
                        listener.hear(samples);
                    }
                }
            } finally {
                making.forEach(piece -> piece.cancel(true));
            }
        }
        if (silent) {
            listener.hear(new float[samplesIn(SILENT_MILLIS, sampleRate)]);
        }
    }

    private float[] samples(Part part, int sampleRate) throws InterruptedException {
        return switch (part) {
            case Phrase phrase -> engine.utterance(phrase.tokens(), voice).samples(sampleRate);
            case Pause pause -> new float[samplesIn(pause.millis(), sampleRate)];
            case Sentence s -> new float[0];
            case Mark m -> new float[0];
        };
    }

    private static int samplesIn(int millis, int sampleRate) {
        return (int) ((long) millis * sampleRate / 1000);
    }

    private static float[] made(Future<float[]> piece) throws InterruptedException {
        try {
            return piece.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine failed", e.getCause());
        }
    }

    /// The marks in the order of their times; a sentence comes before its first word.
    List<SpeechMark> marks() throws InterruptedException {
        List<SpeechMark> marks = new ArrayList<>();
        double time = 0;
        for (Part part : parts) {
            switch (part) {
                case Sentence sentence ->
                        marks.add(SpeechMark.sentence(time, sentence.start(), sentence.end()));
                case Mark mark ->
                        marks.add(SpeechMark.ssml(time, mark.start(), mark.end(), mark.name()));
                case Pause pause -> time += pause.millis();
                case Phrase phrase -> {
                    Utterance utterance = engine.utterance(phrase.tokens(), voice);
                    addWords(marks, phrase.tokens(), utterance.starts(), time);
                    time += utterance.millis();
                }
            }
        }
        return marks;
    }

    private static void addWords(
            List<SpeechMark> marks, List<Token> tokens, List<Double> starts, double time) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean again = i > 0 && token.isAt(tokens.get(i - 1));
            if (token.isSaid() && !again) {
                marks.add(SpeechMark.word(time + starts.get(i), token.start(), token.end()));
            }
        }
    }
}
